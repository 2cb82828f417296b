-- Appointments, the guard against double booking, and requests that could not be met. Instants are BIGINT UTC
-- milliseconds, booleans SMALLINT, ids TEXT (ULID).
--
-- A pair, because of taken_tick: SQLite keeps a table WITHOUT ROWID as one tree of its key instead
-- of a table and an index that repeats it.

-- What can be taken once: a kiosk, or one adviser's seat of a supply. The number is short because it leads every row
-- of taken_tick.
CREATE TABLE bookable_resource (
    resource_id INTEGER PRIMARY KEY,
    kiosk_id TEXT UNIQUE REFERENCES kiosk (kiosk_id),
    supply_id TEXT REFERENCES supply (supply_id),
    seat INTEGER,
    UNIQUE (supply_id, seat),
    CHECK ((kiosk_id IS NULL) = (supply_id IS NOT NULL)),
    CHECK ((supply_id IS NULL) = (seat IS NULL))
);

-- Nobody is double-booked: one row for each resource and five minutes since 1970. Rows of the past are deleted by the
-- retention job. No foreign key: it would be looked up for each of tens of millions of rows, and the number comes from
-- bookable_resource in the same transaction.
CREATE TABLE taken_tick (
    resource_id INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    PRIMARY KEY (resource_id, tick)
) WITHOUT ROWID;

CREATE TABLE appointment (
    appointment_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    supply_id TEXT NOT NULL,
    seat INTEGER, -- NULL: nothing is claimed
    site_id TEXT REFERENCES site (site_id),
    kiosk_id TEXT REFERENCES kiosk (kiosk_id),
    door TEXT NOT NULL CHECK (door IN ('kiosk', 'home', 'telephone', 'on_site')),
    starts_at BIGINT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    preparation_minutes INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('requested', 'held', 'confirmed', 'arrived', 'called', 'in_interview',
                                         'finished', 'no_show', 'cancelled', 'moved')),
    revision BIGINT NOT NULL,
    held_until BIGINT,
    code TEXT UNIQUE,        -- the citizen's: erased 30 days after the appointment, given on when it moves
    first_name TEXT,         -- personal data: erased 30 days after the appointment, at once when it has moved
    telephone TEXT,          -- personal data: as above
    email TEXT,              -- personal data: as above
    companions INTEGER NOT NULL,
    note TEXT,               -- personal data (words about somebody's affairs): as above
    note_is_confidential SMALLINT NOT NULL, -- kept from the mediator
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    arrived_at BIGINT,
    ended_at BIGINT,
    cancelled_by TEXT,
    cancel_reason TEXT,
    moved_to TEXT,
    recorded_at BIGINT NOT NULL,
    CHECK ((state = 'held') = (held_until IS NOT NULL)),
    CHECK ((state IN ('requested', 'cancelled', 'moved')) = (seat IS NULL)),
    CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
    CHECK ((state = 'moved') = (moved_to IS NOT NULL)),
    -- Where there is no code there is nothing left to erase.
    CHECK (code IS NOT NULL OR (first_name IS NULL AND telephone IS NULL AND email IS NULL AND note IS NULL))
);
CREATE INDEX appointment_by_site ON appointment (site_id, starts_at);
CREATE INDEX appointment_by_group ON appointment (group_id, starts_at);
CREATE INDEX appointment_held ON appointment (held_until) WHERE state = 'held';
CREATE INDEX appointment_to_erase ON appointment (starts_at) WHERE code IS NOT NULL;

CREATE TABLE appointment_motive (
    appointment_id TEXT NOT NULL REFERENCES appointment (appointment_id),
    position SMALLINT NOT NULL,
    motive_id TEXT NOT NULL,
    PRIMARY KEY (appointment_id, position)
) WITHOUT ROWID;

-- Somebody asked and there was nothing to give: what more supply is negotiated with. Nobody is named.
CREATE TABLE unmet_request (
    unmet_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT REFERENCES site (site_id),
    motive_id TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('nothing_offered', 'all_taken', 'site_closed', 'refused')),
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX unmet_request_by_network ON unmet_request (network_id, occurred_at);

-- Counts the changes of everything that decides what may be booked. Whoever keeps a copy of it in memory reads this
-- one row, in the transaction that books, to know whether the copy still holds.
CREATE TABLE supply_stamp (
    only_one SMALLINT PRIMARY KEY CHECK (only_one = 1),
    stamp BIGINT NOT NULL
);
INSERT INTO supply_stamp (only_one, stamp) VALUES (1, 0);
CREATE TRIGGER network_insert_counts AFTER INSERT ON network
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER network_update_counts AFTER UPDATE ON network
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER network_delete_counts AFTER DELETE ON network
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_insert_counts AFTER INSERT ON site
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_update_counts AFTER UPDATE ON site
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_delete_counts AFTER DELETE ON site
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_hours_insert_counts AFTER INSERT ON site_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_hours_update_counts AFTER UPDATE ON site_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_hours_delete_counts AFTER DELETE ON site_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_season_insert_counts AFTER INSERT ON site_season
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_season_update_counts AFTER UPDATE ON site_season
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_season_delete_counts AFTER DELETE ON site_season
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_season_hours_insert_counts AFTER INSERT ON site_season_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_season_hours_update_counts AFTER UPDATE ON site_season_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_season_hours_delete_counts AFTER DELETE ON site_season_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_exception_insert_counts AFTER INSERT ON site_exception
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_exception_update_counts AFTER UPDATE ON site_exception
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_exception_delete_counts AFTER DELETE ON site_exception
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_exception_hours_insert_counts AFTER INSERT ON site_exception_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_exception_hours_update_counts AFTER UPDATE ON site_exception_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER site_exception_hours_delete_counts AFTER DELETE ON site_exception_hours
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER place_closure_insert_counts AFTER INSERT ON place_closure
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER place_closure_update_counts AFTER UPDATE ON place_closure
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER place_closure_delete_counts AFTER DELETE ON place_closure
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER kiosk_insert_counts AFTER INSERT ON kiosk
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER kiosk_update_counts AFTER UPDATE ON kiosk
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER kiosk_delete_counts AFTER DELETE ON kiosk
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER motive_insert_counts AFTER INSERT ON motive
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER motive_update_counts AFTER UPDATE ON motive
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER motive_delete_counts AFTER DELETE ON motive
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER motive_modality_insert_counts AFTER INSERT ON motive_modality
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER motive_modality_update_counts AFTER UPDATE ON motive_modality
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER motive_modality_delete_counts AFTER DELETE ON motive_modality
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_insert_counts AFTER INSERT ON supply
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_update_counts AFTER UPDATE ON supply
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_delete_counts AFTER DELETE ON supply
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_leg_insert_counts AFTER INSERT ON supply_leg
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_leg_update_counts AFTER UPDATE ON supply_leg
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_leg_delete_counts AFTER DELETE ON supply_leg
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_leg_site_insert_counts AFTER INSERT ON supply_leg_site
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_leg_site_update_counts AFTER UPDATE ON supply_leg_site
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_leg_site_delete_counts AFTER DELETE ON supply_leg_site
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_except_insert_counts AFTER INSERT ON supply_except
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_except_update_counts AFTER UPDATE ON supply_except
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_except_delete_counts AFTER DELETE ON supply_except
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_motive_insert_counts AFTER INSERT ON supply_motive
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_motive_update_counts AFTER UPDATE ON supply_motive
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER supply_motive_delete_counts AFTER DELETE ON supply_motive
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER body_closure_insert_counts AFTER INSERT ON body_closure
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER body_closure_update_counts AFTER UPDATE ON body_closure
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
CREATE TRIGGER body_closure_delete_counts AFTER DELETE ON body_closure
BEGIN UPDATE supply_stamp SET stamp = stamp + 1; END;
