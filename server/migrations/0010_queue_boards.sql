-- "In about ten minutes": when somebody who waits was told to be ready. Kept with the times of the ticket, without a name.
ALTER TABLE queue_ticket ADD COLUMN expected_at BIGINT;

-- A screen of a waiting room. It shows numbers only, and is opened by a secret link that staff of the site may take back.
CREATE TABLE wall_display (
    wall_id TEXT PRIMARY KEY, -- chosen by the page: making it again gives a new secret
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    name TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    made_by TEXT REFERENCES account (account_id), -- personal data: erased after 1096 days
    made_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX wall_display_at_site ON wall_display (site_id, made_at);
