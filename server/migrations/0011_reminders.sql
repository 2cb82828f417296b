-- What is told to people about their appointments, and whether it reached them. No name, number or address stands here:
-- they are read from the appointment when a message is written, and are gone from here when they are gone there.

ALTER TABLE appointment ADD COLUMN language TEXT NOT NULL DEFAULT 'fr'; -- of whoever comes

-- What became of appointments, for whoever is to be told: written in the transaction that changes the appointment. No
-- foreign key to it: when somebody moves, this is known a statement before the new appointment stands. Erased 30 days
-- after the appointment.
CREATE TABLE appointment_event (
    appointment_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'moved', 'cancelled')),
    network_id TEXT NOT NULL REFERENCES network (network_id),
    root_id TEXT NOT NULL,     -- the appointment as it was booked first: one event in everybody's calendar
    sequence INTEGER NOT NULL, -- counts the versions of that event
    occurred_at BIGINT NOT NULL,
    spread_at BIGINT,          -- the messages that follow from it are planned
    PRIMARY KEY (appointment_id, kind)
);
CREATE UNIQUE INDEX appointment_event_version ON appointment_event (root_id, sequence);
CREATE INDEX appointment_event_new ON appointment_event (occurred_at) WHERE spread_at IS NULL;

-- One row for each thing that one person is told one way: nothing is planned twice. Erased 30 days after the
-- appointment.
CREATE TABLE citizen_message (
    appointment_id TEXT NOT NULL REFERENCES appointment (appointment_id),
    kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'moved', 'cancelled', 'two_days_before', 'same_morning')),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'text_message')),
    network_id TEXT NOT NULL REFERENCES network (network_id),
    root_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    useful_until BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'dropped', 'given_up')),
    attempts INTEGER NOT NULL, -- begun
    next_at BIGINT NOT NULL,   -- when waiting: the next attempt; when sending: when whoever sends is taken for dead
    problem TEXT,              -- of the last attempt: a stable word
    answer TEXT,               -- what the other side said: a code or a cause, never an address
    ended_at BIGINT,
    PRIMARY KEY (appointment_id, kind, channel),
    CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL))
);
CREATE INDEX citizen_message_due ON citizen_message (next_at) WHERE ended_at IS NULL;
CREATE INDEX citizen_message_of_root ON citizen_message (root_id) WHERE ended_at IS NULL;
CREATE INDEX citizen_message_failing ON citizen_message (network_id, due_at) WHERE problem IS NOT NULL;
