-- The network as its coordinator knows it. Instants are BIGINT UTC milliseconds, booleans SMALLINT, ids TEXT (ULID).

CREATE TABLE network (
    network_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    is_demo SMALLINT NOT NULL
);

CREATE TABLE territory (
    territory_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    name TEXT NOT NULL
);

CREATE TABLE site (
    site_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    territory_id TEXT NOT NULL REFERENCES territory (territory_id),
    name TEXT NOT NULL,
    commune TEXT NOT NULL,
    address TEXT NOT NULL,
    telephone TEXT NOT NULL
);
CREATE INDEX site_by_network ON site (network_id);

CREATE TABLE site_hours (
    site_id TEXT NOT NULL REFERENCES site (site_id),
    weekday SMALLINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440 AND to_minute > from_minute),
    PRIMARY KEY (site_id, weekday, from_minute)
);

CREATE TABLE room (
    room_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    name TEXT NOT NULL
);

CREATE TABLE kiosk (
    kiosk_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    room_id TEXT NOT NULL REFERENCES room (room_id),
    name TEXT NOT NULL,
    public_key TEXT UNIQUE,
    paired_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX kiosk_by_site ON kiosk (site_id);

CREATE TABLE partner (
    partner_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    acronym TEXT NOT NULL,
    name_fr TEXT NOT NULL,
    name_en TEXT NOT NULL
);

CREATE TABLE adviser_group (
    group_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    name TEXT NOT NULL
);

-- The words of the first screen belong to the network: a coordinator may change them without a developer.
CREATE TABLE subject (
    network_id TEXT NOT NULL REFERENCES network (network_id),
    subject TEXT NOT NULL,
    label_fr TEXT NOT NULL,
    label_en TEXT NOT NULL,
    pictogram TEXT NOT NULL,
    importance INTEGER NOT NULL,
    PRIMARY KEY (network_id, subject)
);

CREATE TABLE service_offer (
    offer_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL,
    site_id TEXT NOT NULL REFERENCES site (site_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    subject TEXT NOT NULL,
    FOREIGN KEY (network_id, subject) REFERENCES subject (network_id, subject),
    UNIQUE (site_id, partner_id, subject)
);
CREATE INDEX service_offer_by_group ON service_offer (group_id);

CREATE TABLE offer_window (
    offer_id TEXT NOT NULL REFERENCES service_offer (offer_id),
    weekday SMALLINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440 AND to_minute > from_minute),
    PRIMARY KEY (offer_id, weekday, from_minute)
);
