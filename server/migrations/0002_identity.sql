-- Who may do what, and the trail of what was done.

CREATE TABLE account (
    account_id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE, -- personal data: kept as long as the account; the account is erased 90 days after disabling
    name TEXT NOT NULL,         -- personal data: as above
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE membership (
    account_id TEXT NOT NULL REFERENCES account (account_id),
    network_id TEXT NOT NULL REFERENCES network (network_id),
    role TEXT NOT NULL,
    partner_id TEXT REFERENCES partner (partner_id),
    site_id TEXT REFERENCES site (site_id)
);
CREATE INDEX membership_by_account ON membership (account_id);

CREATE TABLE adviser_group_member (
    group_id TEXT NOT NULL REFERENCES adviser_group (group_id),
    account_id TEXT NOT NULL REFERENCES account (account_id),
    PRIMARY KEY (group_id, account_id)
);

-- Only a hash of the cookie is kept: reading the database does not let anybody in.
CREATE TABLE staff_session (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (account_id),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX staff_session_by_account ON staff_session (account_id);

-- Growing delay after wrong passwords: one row per account tried and one per address. Kept 24 hours after the last failure.
CREATE TABLE sign_in_failure (
    failure_key TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_failed_at BIGINT NOT NULL
);

CREATE TABLE kiosk_pairing (
    pairing_id TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    kiosk_id TEXT REFERENCES kiosk (kiosk_id),
    claimed_at BIGINT
);

CREATE TABLE server_key (
    purpose TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,
    secret_key TEXT NOT NULL
);

CREATE TABLE audit_chain (
    number BIGINT PRIMARY KEY,
    commitment TEXT NOT NULL,
    chain TEXT NOT NULL,
    recorded_at BIGINT NOT NULL
);

-- What may have to be erased (rows are deleted, the chain beside it stays whole). Kept 3 years.
CREATE TABLE audit_act (
    number BIGINT PRIMARY KEY REFERENCES audit_chain (number),
    act TEXT NOT NULL,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    occurred_at BIGINT NOT NULL,
    salt TEXT NOT NULL
);
