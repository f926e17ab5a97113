ALTER TABLE `users` ADD `swept_at` integer;--> statement-breakpoint
DROP TRIGGER acts_no_update;
--> statement-breakpoint
-- Where somebody acted from is forgotten in time. Nothing else of an act changes, and no place is put in.
CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts WHEN NOT EXISTS (SELECT 1 FROM redaction_pass)
  AND NOT (OLD.address IS NOT NULL AND NEW.address IS NULL
    AND NEW.id IS OLD.id AND NEW.kind IS OLD.kind AND NEW.subject IS OLD.subject
    AND NEW.commitment_id IS OLD.commitment_id AND NEW.user_id IS OLD.user_id
    AND NEW.organisation_id IS OLD.organisation_id AND NEW.role IS OLD.role
    AND NEW.at IS OLD.at AND NEW.fields IS OLD.fields AND NEW.entry IS OLD.entry)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER acts_address_goes BEFORE UPDATE ON acts WHEN NEW.address IS NOT OLD.address AND NEW.address IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
