-- Whoever joins from home is at a place of their own for one appointment: it is called, answers and is emptied as a kiosk
-- is, hence it is one; nobody pairs it, and it ends (revoked_at) with its ticket. room_id: one of the site whose line it
-- waits in; nobody is sent there.
ALTER TABLE kiosk ADD COLUMN at_home SMALLINT NOT NULL DEFAULT 0;
-- Places at home that have ended grow in number: neither lists of kiosks nor the line look at them.
DROP INDEX kiosk_by_site;
CREATE INDEX kiosk_by_site ON kiosk (site_id) WHERE at_home = 0;
CREATE INDEX kiosk_that_may_ring ON kiosk (site_id) WHERE revoked_at IS NULL;
