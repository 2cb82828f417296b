-- The calendar of one adviser: their own sessions, and what is booked into them.
ALTER TABLE calendar_feed ADD COLUMN account_id TEXT REFERENCES account (account_id); -- personal data of staff: goes when the address is revoked
CREATE INDEX calendar_feed_by_account ON calendar_feed (account_id) WHERE account_id IS NOT NULL;
