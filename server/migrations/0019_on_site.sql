-- Whoever answers sits at the place itself: nobody needs a kiosk, and there is nothing by telephone or from home.
ALTER TABLE supply ADD COLUMN on_site INTEGER NOT NULL DEFAULT 0;

-- Few bodies come in person: whether one does is asked with every search.
CREATE INDEX supply_on_site ON supply (partner_id) WHERE on_site = 1;
