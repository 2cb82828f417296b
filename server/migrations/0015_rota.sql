-- Who is on duty, and appointments whose place is gone. Days are TEXT (2026-03-01), instants BIGINT UTC milliseconds.

-- An appointment that its supply, its site or its kiosk no longer has a place for. A row stays until a person has moved
-- or cancelled the appointment, or said that it stays as agreed; rows go 30 days after the appointment.
CREATE TABLE displaced_appointment (
    appointment_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    reason TEXT NOT NULL CHECK (reason IN ('nobody_on_duty', 'not_at_site', 'too_few_advisers', 'site_closed',
                                           'kiosk_closed')),
    noted_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX displaced_open ON displaced_appointment (network_id) WHERE settled_at IS NULL;

-- Who is named for a supply whenever it takes place. An appointment belongs to the session, not to a person.
CREATE TABLE duty (
    supply_id TEXT NOT NULL REFERENCES supply (supply_id),
    account_id TEXT NOT NULL REFERENCES account (account_id), -- personal data of staff: goes 92 days after the supply ended
    PRIMARY KEY (supply_id, account_id)
);
CREATE INDEX duty_by_account ON duty (account_id);

-- Who comes for one day, besides those or in place of somebody.
CREATE TABLE stand_in (
    supply_id TEXT NOT NULL REFERENCES supply (supply_id),
    day TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (account_id), -- personal data of staff: goes 92 days after the day
    PRIMARY KEY (supply_id, day, account_id)
);
CREATE INDEX stand_in_by_account ON stand_in (account_id, day);

-- Somebody is not there from the first to the last day, both included. Why is nobody's business here.
CREATE TABLE absence (
    absence_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    account_id TEXT NOT NULL REFERENCES account (account_id), -- personal data of staff: goes 92 days after the last day
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    CHECK (first_day <= last_day)
);
CREATE INDEX absence_by_account ON absence (account_id, last_day);
CREATE INDEX absence_by_partner ON absence (partner_id, last_day);
