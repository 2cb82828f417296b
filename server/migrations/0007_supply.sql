-- Where sites are, in millionths of a degree (WGS 84).
ALTER TABLE site ADD COLUMN latitude INTEGER;
ALTER TABLE site ADD COLUMN longitude INTEGER;
