ALTER TABLE `users` ADD `swept_at` integer;--> statement-breakpoint
DROP TRIGGER acts_no_update;
--> statement-breakpoint
CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts WHEN NOT EXISTS (SELECT 1 FROM redaction_pass)
  AND (NEW.address IS NOT NULL OR NEW.fields IS NOT OLD.fields)
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER acts_address_goes BEFORE UPDATE ON acts WHEN NEW.address IS NOT OLD.address AND NEW.address IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
