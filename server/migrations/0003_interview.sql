-- Interviews, what came of them, and what the kiosk reported. Instants are BIGINT UTC milliseconds, booleans SMALLINT,
-- ids TEXT (ULID). The words and counts of an outcome are JSON where nothing ever searches in them.

CREATE TABLE interview (
    interview_id TEXT PRIMARY KEY,
    network_id TEXT NOT NULL REFERENCES network (network_id),
    site_id TEXT NOT NULL REFERENCES site (site_id),
    kiosk_id TEXT NOT NULL REFERENCES kiosk (kiosk_id),
    offer_id TEXT NOT NULL REFERENCES service_offer (offer_id),
    partner_id TEXT NOT NULL REFERENCES partner (partner_id),
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    way_in TEXT NOT NULL CHECK (way_in IN ('citizen', 'mediator', 'adviser')),
    subject TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    state TEXT NOT NULL CHECK (state IN ('ringing', 'calling', 'running', 'ended')),
    revision BIGINT NOT NULL, -- counts the changes: the newest telling of an interview has the highest
    requested_at BIGINT NOT NULL,
    accepted_at BIGINT,
    connected_at BIGINT, -- first remote picture seen
    ended_at BIGINT,
    end_reason TEXT CHECK (end_reason IN ('finished', 'citizen_left', 'withdrawn', 'declined', 'no_answer',
                                          'adviser_left', 'kiosk_lost', 'revoked')),
    adviser_id TEXT REFERENCES account (account_id), -- personal data: erased 1096 days after the end
    adviser_name TEXT,                               -- personal data (first name): as above
    code TEXT UNIQUE,                                -- on the citizen's receipt: erased 400 days after the end
    outcome TEXT CHECK (outcome IN ('solved', 'partly', 'follow_up', 'sent_to_meeting', 'technical_failure')),
    outcome_subject TEXT,
    outcome_done TEXT, -- personal data (words about somebody's affairs), JSON list: erased 92 days after the end
    pages_received BIGINT,
    pages_printed BIGINT,
    outcome_recorded_at BIGINT,
    recorded_at BIGINT NOT NULL,
    CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
    CHECK ((state = 'ended') = (end_reason IS NOT NULL))
);
-- Nobody is connected twice: at most one live interview per kiosk and one per adviser.
CREATE UNIQUE INDEX interview_one_live_per_kiosk ON interview (kiosk_id)
    WHERE state IN ('ringing', 'calling', 'running');
CREATE UNIQUE INDEX interview_one_live_per_adviser ON interview (adviser_id)
    WHERE state IN ('calling', 'running') AND adviser_id IS NOT NULL;
CREATE INDEX interview_live ON interview (state, requested_at) WHERE state IN ('ringing', 'calling', 'running');
CREATE INDEX interview_by_network ON interview (network_id, requested_at);
CREATE INDEX interview_by_adviser ON interview (adviser_id, ended_at);
CREATE INDEX interview_by_kiosk ON interview (kiosk_id, ended_at);

-- What next, who, when.
CREATE TABLE follow_up (
    interview_id TEXT NOT NULL REFERENCES interview (interview_id),
    position INTEGER NOT NULL,
    what TEXT, -- personal data: erased 92 days after the end of the interview
    who TEXT,  -- personal data: as above
    by_date TEXT,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (interview_id, position)
);

-- Facts that a kiosk owes the audit trail. The kiosk chooses the id and repeats the record until it is answered.
-- interview_id may name an interview that never reached the server (rung without a network).
CREATE TABLE kiosk_record (
    record_id TEXT PRIMARY KEY,
    kiosk_id TEXT NOT NULL REFERENCES kiosk (kiosk_id),
    interview_id TEXT,
    kind TEXT NOT NULL,
    wipe_reason TEXT,
    daemon_papers BIGINT,
    daemon_bytes BIGINT,
    page_papers BIGINT,
    spool_jobs BIGINT,
    profile_entries BIGINT,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX kiosk_record_by_interview ON kiosk_record (interview_id);

-- What an adviser chose, so that a reload or a restart of the server keeps it. linked: a page of theirs was open.
CREATE TABLE adviser_presence (
    account_id TEXT PRIMARY KEY REFERENCES account (account_id),
    availability TEXT NOT NULL CHECK (availability IN ('available', 'pause', 'closed')),
    linked SMALLINT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- The bell that calls the mediator.
CREATE TABLE kiosk_bell (
    kiosk_id TEXT PRIMARY KEY REFERENCES kiosk (kiosk_id),
    bell TEXT NOT NULL CHECK (bell IN ('silent', 'ringing', 'answered')),
    changed_at BIGINT NOT NULL
);
