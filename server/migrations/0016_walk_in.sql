-- Somebody came unbooked and needed neither a ticket nor an appointment: helped by the mediator, or sent to where they are
-- received in person. A fact of the visit, kept; nobody is named.
CREATE TABLE walk_in (
    walk_in_id TEXT PRIMARY KEY, -- chosen by the desk, so that it may be told late and twice
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    partner_id TEXT REFERENCES partner (partner_id),
    motive_id TEXT,
    guidance TEXT NOT NULL CHECK (guidance IN ('solved_here', 'in_person')),
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX walk_in_by_network ON walk_in (network_id, occurred_at);
