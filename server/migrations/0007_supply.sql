-- When places are open and when bodies answer. Days are TEXT (2026-03-01), minutes are local after midnight, instants
-- BIGINT UTC milliseconds. Nothing here is personal data: reasons are told to everybody.

ALTER TABLE site ADD COLUMN latitude_microdegrees BIGINT;
ALTER TABLE site ADD COLUMN longitude_microdegrees BIGINT;
ALTER TABLE site ADD COLUMN holiday_region TEXT NOT NULL DEFAULT 'metropole';
ALTER TABLE kiosk ADD COLUMN preparation_minutes INTEGER NOT NULL DEFAULT 5; -- between two interviews

-- site_hours is what holds outside of seasons.
CREATE TABLE site_season (
    season_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    CHECK (first_day <= last_day)
);
CREATE INDEX site_season_by_site ON site_season (site_id, first_day);

CREATE TABLE site_season_hours (
    season_id TEXT NOT NULL REFERENCES site_season (season_id),
    weekday SMALLINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440 AND to_minute > from_minute),
    PRIMARY KEY (season_id, weekday, from_minute)
);

-- A day that is unlike others; without hours the site is closed.
CREATE TABLE site_exception (
    site_id TEXT NOT NULL REFERENCES site (site_id),
    day TEXT NOT NULL,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    reason TEXT NOT NULL,
    PRIMARY KEY (site_id, day)
);

CREATE TABLE site_exception_hours (
    site_id TEXT NOT NULL,
    day TEXT NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440 AND to_minute > from_minute),
    PRIMARY KEY (site_id, day, from_minute),
    FOREIGN KEY (site_id, day) REFERENCES site_exception (site_id, day)
);

-- Of the whole site, of one room, or of one kiosk.
CREATE TABLE place_closure (
    closure_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    room_id TEXT REFERENCES room (room_id),
    kiosk_id TEXT REFERENCES kiosk (kiosk_id),
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL CHECK (to_at > from_at),
    reason TEXT NOT NULL,
    CHECK (room_id IS NULL OR kiosk_id IS NULL)
);
CREATE INDEX place_closure_by_site ON place_closure (site_id, to_at);

CREATE TABLE motive (
    motive_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    subject TEXT NOT NULL,
    label_fr TEXT NOT NULL,
    label_en TEXT NOT NULL,
    acronym TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    notice_least_minutes INTEGER NOT NULL,
    notice_most_days INTEGER NOT NULL,
    cancellation_limit_minutes INTEGER NOT NULL,
    ended_at BIGINT, -- no longer offered; appointments keep it
    FOREIGN KEY (network_id, subject) REFERENCES subject (network_id, subject)
);
CREATE INDEX motive_by_partner ON motive (partner_id);

CREATE TABLE motive_paper (
    motive_id TEXT NOT NULL REFERENCES motive (motive_id),
    position INTEGER NOT NULL,
    label_fr TEXT NOT NULL,
    label_en TEXT NOT NULL,
    PRIMARY KEY (motive_id, position)
);

CREATE TABLE motive_modality (
    motive_id TEXT NOT NULL REFERENCES motive (motive_id),
    modality TEXT NOT NULL CHECK (modality IN ('appointment', 'time_window', 'half_day_session')),
    PRIMARY KEY (motive_id, modality)
);

-- Communes (INSEE codes) that this body serves for this motive; none: all.
CREATE TABLE motive_commune (
    motive_id TEXT NOT NULL REFERENCES motive (motive_id),
    commune TEXT NOT NULL,
    PRIMARY KEY (motive_id, commune)
);

CREATE TABLE supply (
    supply_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    modality TEXT NOT NULL CHECK (modality IN ('appointment', 'time_window', 'half_day_session')),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL, -- that the rule names; 9999-12-31 when it goes on
    rule TEXT NOT NULL,     -- RRULE of RFC 5545, '' for once
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes > 0),
    advisers INTEGER NOT NULL CHECK (advisers BETWEEN 1 AND 99),
    walk_in_percent INTEGER NOT NULL CHECK (walk_in_percent BETWEEN 0 AND 100),
    revision BIGINT NOT NULL, -- counts the changes
    withdrawn SMALLINT NOT NULL DEFAULT 0, -- ended before its first day: it never takes place
    copy_id TEXT -- the copying of a week that made it
);
CREATE INDEX supply_by_group ON supply (group_id, last_day);
CREATE INDEX supply_by_network ON supply (network_id, last_day);
CREATE INDEX supply_by_copy ON supply (copy_id) WHERE copy_id IS NOT NULL;

CREATE TABLE supply_leg (
    supply_id TEXT NOT NULL REFERENCES supply (supply_id),
    leg INTEGER NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440 AND to_minute > from_minute),
    PRIMARY KEY (supply_id, leg)
);

CREATE TABLE supply_leg_site (
    supply_id TEXT NOT NULL,
    leg INTEGER NOT NULL,
    site_id TEXT NOT NULL REFERENCES site (site_id),
    PRIMARY KEY (supply_id, leg, site_id),
    FOREIGN KEY (supply_id, leg) REFERENCES supply_leg (supply_id, leg)
);
CREATE INDEX supply_leg_by_site ON supply_leg_site (site_id);

CREATE TABLE supply_except (
    supply_id TEXT NOT NULL REFERENCES supply (supply_id),
    day TEXT NOT NULL,
    PRIMARY KEY (supply_id, day)
);

-- None: all motives of the body that allow the modality.
CREATE TABLE supply_motive (
    supply_id TEXT NOT NULL REFERENCES supply (supply_id),
    motive_id TEXT NOT NULL REFERENCES motive (motive_id),
    PRIMARY KEY (supply_id, motive_id)
);

-- A group, or a whole body, does not answer.
CREATE TABLE body_closure (
    closure_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    group_id TEXT REFERENCES adviser_group (group_id),
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL CHECK (to_at > from_at),
    reason TEXT NOT NULL
);
CREATE INDEX body_closure_by_partner ON body_closure (partner_id, to_at);
