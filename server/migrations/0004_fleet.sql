-- What each kiosk last said of its devices, so that boards show it after a restart, with its time.

CREATE TABLE kiosk_health (
    kiosk_id TEXT PRIMARY KEY REFERENCES kiosk (kiosk_id),
    devices TEXT,        -- JSON, the device report of the wire
    reported_at BIGINT,
    last_seen_at BIGINT NOT NULL -- its link opened or was lost
);
