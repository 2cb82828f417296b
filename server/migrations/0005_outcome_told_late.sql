-- An outcome may reach the server long after it was written: the adviser's page keeps it while the server is away.
-- outcome_id is chosen by that page: told again it is the same outcome. outcome_recorded_at is when the server took it.

ALTER TABLE interview ADD COLUMN outcome_id TEXT;
ALTER TABLE interview ADD COLUMN outcome_occurred_at BIGINT;
UPDATE interview SET outcome_occurred_at = outcome_recorded_at WHERE outcome IS NOT NULL;
