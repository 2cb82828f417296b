-- Who wants to be told when a place is freed, and which places they were offered. An offer is an appointment that is
-- held: its ticks guard it like any other place.

CREATE TABLE waiting_entry (
    entry_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    unmet_id TEXT,              -- the request as it was counted, if it was
    doors TEXT NOT NULL,        -- words of doors, in the order in which they are liked
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,       -- included
    weekdays TEXT NOT NULL,     -- digits, 1 = Monday; empty: every day
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    first_name TEXT,            -- personal data: erased 30 days after the entry ended
    telephone TEXT,             -- personal data: as above
    email TEXT,                 -- personal data: as above
    language TEXT NOT NULL,
    code TEXT UNIQUE,           -- the citizen's: as above
    state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'accepted', 'refused', 'expired', 'withdrawn', 'unmet')),
    revision BIGINT NOT NULL,
    offer_id TEXT UNIQUE REFERENCES appointment (appointment_id),
    answer_until BIGINT,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    recorded_at BIGINT NOT NULL,
    CHECK ((offer_id IS NULL) = (answer_until IS NULL)),
    CHECK ((state IN ('offered', 'accepted')) = (offer_id IS NOT NULL)),
    CHECK ((state IN ('waiting', 'offered')) = (ended_at IS NULL))
);
CREATE INDEX waiting_entry_in_order ON waiting_entry (made_at, entry_id) WHERE state = 'waiting';
CREATE INDEX waiting_entry_offered ON waiting_entry (answer_until) WHERE state = 'offered';
CREATE INDEX waiting_entry_by_site ON waiting_entry (site_id, made_at);
CREATE INDEX waiting_entry_to_erase ON waiting_entry (ended_at) WHERE code IS NOT NULL;

CREATE TABLE waiting_entry_motive (
    entry_id TEXT NOT NULL REFERENCES waiting_entry (entry_id),
    position SMALLINT NOT NULL,
    motive_id TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
);

-- Times that somebody who goes on waiting did not want: they are not asked about them again. Erased with the entry's
-- personal data.
CREATE TABLE waiting_refusal (
    entry_id TEXT NOT NULL REFERENCES waiting_entry (entry_id),
    starts_at BIGINT NOT NULL,
    PRIMARY KEY (entry_id, starts_at)
);

-- What freed places since a moment: few events do.
CREATE INDEX appointment_event_freed ON appointment_event (occurred_at) WHERE kind <> 'confirmed';

-- An offer is one more thing that people are told.
CREATE TABLE citizen_message_with_offers (
    appointment_id TEXT NOT NULL REFERENCES appointment (appointment_id),
    kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'moved', 'cancelled', 'two_days_before', 'same_morning', 'offered')),
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
    settled_at BIGINT,         -- somebody told them by telephone
    PRIMARY KEY (appointment_id, kind, channel),
    CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL))
);
INSERT INTO citizen_message_with_offers (appointment_id, kind, channel, network_id, root_id, sequence, due_at,
                                         useful_until, state, attempts, next_at, problem, answer, ended_at)
SELECT appointment_id, kind, channel, network_id, root_id, sequence, due_at, useful_until, state, attempts, next_at,
       problem, answer, ended_at
FROM citizen_message;
DROP TABLE citizen_message;
ALTER TABLE citizen_message_with_offers RENAME TO citizen_message;
CREATE INDEX citizen_message_due ON citizen_message (next_at) WHERE ended_at IS NULL;
CREATE INDEX citizen_message_of_root ON citizen_message (root_id) WHERE ended_at IS NULL;
CREATE INDEX citizen_message_failing ON citizen_message (network_id, due_at) WHERE problem IS NOT NULL;

ALTER TABLE webhook ADD COLUMN paused_at BIGINT; -- nothing is sent meanwhile; what happens waits
CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook_id, occurred_at);
