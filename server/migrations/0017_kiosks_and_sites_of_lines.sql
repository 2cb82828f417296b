-- Since when a kiosk has no link; NULL: it is there. Written by the server that holds the links, and settled anew after
-- each start, so that nobody is called to a kiosk that does not answer.
ALTER TABLE kiosk ADD COLUMN away_since BIGINT;

-- A line may be closed for the people of one site alone; NULL: for all sites.
ALTER TABLE queue_closing ADD COLUMN site_id TEXT REFERENCES site (site_id);
