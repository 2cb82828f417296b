-- One line per adviser group over all sites. Instants are BIGINT UTC milliseconds, ids TEXT (ULID), days TEXT (ISO).

CREATE TABLE queue_ticket (
    ticket_id TEXT PRIMARY KEY, -- chosen by the desk or the kiosk, so that a ticket may be told late and twice
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    offer_id TEXT NOT NULL REFERENCES service_offer (offer_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    subject TEXT NOT NULL,
    motive_id TEXT,
    wanted_kiosk_id TEXT REFERENCES kiosk (kiosk_id),
    day TEXT NOT NULL, -- at the site
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'away', 'called', 'parked', 'in_interview', 'finished', 'left',
                                         'closed')),
    revision BIGINT NOT NULL,
    appointment_id TEXT UNIQUE, -- one arrival for each appointment. Personal data (leads to who booked): erased after 92 days
    appointment_at BIGINT,
    arrived_at BIGINT NOT NULL,
    place_at BIGINT NOT NULL,
    due_place_at BIGINT, -- the place from the time of the appointment on
    urgent TEXT CHECK (urgent IN ('health', 'young_child', 'last_transport', 'deadline', 'distress')), -- personal data: erased after 92 days
    back_at BIGINT,
    parked_for TEXT CHECK (parked_for IN ('form', 'papers', 'no_answer')),
    paused_at BIGINT,
    paused_ms BIGINT NOT NULL,
    call_id TEXT,
    adviser_id TEXT REFERENCES account (account_id), -- personal data: erased after 1096 days
    kiosk_id TEXT REFERENCES kiosk (kiosk_id),
    interview_id TEXT,
    calls INTEGER NOT NULL,
    called_at BIGINT,
    met_at BIGINT,
    ended_at BIGINT,
    end_reason TEXT CHECK (end_reason IN ('served', 'gave_up', 'sent_elsewhere', 'line_closed', 'day_over')),
    message TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    UNIQUE (site_id, day, number),
    CHECK ((state IN ('called', 'in_interview')) = (adviser_id IS NOT NULL AND kiosk_id IS NOT NULL)
           OR state IN ('finished', 'left', 'closed')),
    CHECK ((state IN ('finished', 'left', 'closed')) = (ended_at IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
-- Nobody is called twice: one person at a time for each adviser, and for each kiosk.
CREATE UNIQUE INDEX queue_ticket_one_per_adviser ON queue_ticket (adviser_id)
    WHERE state IN ('called', 'in_interview');
CREATE UNIQUE INDEX queue_ticket_one_per_kiosk ON queue_ticket (kiosk_id)
    WHERE state IN ('called', 'in_interview');
-- Who is next, in the order of line_order.hpp.
CREATE INDEX queue_ticket_line ON queue_ticket (group_id, place_at, arrived_at, ticket_id)
    WHERE state IN ('waiting', 'away');
CREATE INDEX queue_ticket_due ON queue_ticket (group_id, due_place_at, arrived_at, ticket_id)
    WHERE state IN ('waiting', 'away') AND appointment_at IS NOT NULL;
CREATE INDEX queue_ticket_urgent ON queue_ticket (group_id, place_at, arrived_at, ticket_id)
    WHERE state IN ('waiting', 'away') AND urgent IS NOT NULL;
CREATE INDEX queue_ticket_at_site ON queue_ticket (site_id, group_id, arrived_at)
    WHERE state NOT IN ('finished', 'left', 'closed');
CREATE INDEX queue_ticket_open ON queue_ticket (group_id, day) WHERE state NOT IN ('finished', 'left', 'closed');
CREATE INDEX queue_ticket_served ON queue_ticket (group_id, ended_at) WHERE state = 'finished';
CREATE INDEX queue_ticket_ended ON queue_ticket (ended_at);

-- The newest number of each site and day.
CREATE TABLE queue_number (
    site_id TEXT NOT NULL REFERENCES site (site_id),
    day TEXT NOT NULL,
    newest INTEGER NOT NULL,
    PRIMARY KEY (site_id, day)
);

-- What was done, once for each id that its author chose. A desk may tell it late: occurred_at, recorded_at.
CREATE TABLE queue_act (
    act_id TEXT PRIMARY KEY,
    ticket_id TEXT NOT NULL REFERENCES queue_ticket (ticket_id),
    act TEXT NOT NULL,
    actor_id TEXT REFERENCES account (account_id), -- personal data: erased after 1096 days
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX queue_act_by_ticket ON queue_act (ticket_id, occurred_at);
CREATE INDEX queue_act_by_time ON queue_act (recorded_at);

-- A line is closed until it is reopened or the day is over; whoever asks meanwhile is told the message.
CREATE TABLE queue_closing (
    closing_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    message TEXT NOT NULL,
    closed_by TEXT REFERENCES account (account_id), -- personal data: erased after 1096 days
    closed_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL
);
CREATE INDEX queue_closing_of_group ON queue_closing (group_id, until_at);

-- One change at a time on PostgreSQL, as on SQLite: whatever changes the queue locks this table first, because whoever
-- reads the head of the line wants the same row. Never holds anything.
CREATE TABLE queue_turn (
    turn INTEGER PRIMARY KEY
);
