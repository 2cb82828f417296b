-- Appointments of a site, a body or a group for calendars that read an address (iCalendar). Nobody is named in them. The
-- address holds a secret, of which only the hash is kept; who made it stands in the audit trail.
CREATE TABLE calendar_feed (
    feed_id TEXT PRIMARY KEY, -- chosen by the page: making it again gives a new secret
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT REFERENCES site (site_id),
    partner_id TEXT REFERENCES partner (partner_id), -- of the group, too
    group_id TEXT REFERENCES adviser_group (group_id),
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    revoked_at BIGINT,
    CHECK ((site_id IS NULL) <> (partner_id IS NULL)),
    CHECK (group_id IS NULL OR partner_id IS NOT NULL)
);
CREATE INDEX calendar_feed_of_network ON calendar_feed (network_id, made_at);
CREATE INDEX appointment_by_partner ON appointment (partner_id, starts_at);

-- Another program that is told when an appointment is booked, moved or cancelled. Nobody is named to it.
CREATE TABLE webhook (
    webhook_id TEXT PRIMARY KEY, -- chosen by the page: making it again gives a new secret
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT REFERENCES partner (partner_id), -- NULL: of all bodies
    url TEXT NOT NULL,
    secret TEXT NOT NULL, -- signs what is sent, so it is kept as it is
    made_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX webhook_of_network ON webhook (network_id, made_at);

-- What each of them is told, once. Erased 30 days after it ended.
CREATE TABLE webhook_delivery (
    webhook_id TEXT NOT NULL REFERENCES webhook (webhook_id),
    appointment_id TEXT NOT NULL REFERENCES appointment (appointment_id),
    kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'moved', 'cancelled')),
    root_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    occurred_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL, -- begun
    next_at BIGINT NOT NULL,   -- the next attempt; while one runs, when whoever makes it is taken for dead
    problem TEXT,              -- of the last attempt: a stable word
    answer TEXT,
    ended_at BIGINT,
    delivered SMALLINT NOT NULL,
    PRIMARY KEY (webhook_id, appointment_id, kind)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE ended_at IS NULL;
