-- What the kiosk's last self-test found, so that a technician reads it from afar, with its time.

ALTER TABLE kiosk_health ADD COLUMN self_test TEXT; -- JSON, the self-test report of the wire
ALTER TABLE kiosk_health ADD COLUMN self_tested_at BIGINT;
