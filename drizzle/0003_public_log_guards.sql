DROP TRIGGER acts_no_update;
--> statement-breakpoint
CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
DROP TRIGGER versions_no_update;
--> statement-breakpoint
CREATE TRIGGER versions_no_update BEFORE UPDATE ON commitment_versions WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
DROP TRIGGER rounds_no_update;
--> statement-breakpoint
CREATE TRIGGER rounds_no_update BEFORE UPDATE ON report_rounds WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
DROP TRIGGER reviews_decided_stays;
--> statement-breakpoint
CREATE TRIGGER reviews_decided_stays BEFORE UPDATE ON reviews WHEN OLD.state = 'decided' AND NOT EXISTS (SELECT 1 FROM redaction_pass) BEGIN SELECT RAISE(ABORT, 'finding-stands'); END;
--> statement-breakpoint
DROP TRIGGER replies_no_update;
--> statement-breakpoint
CREATE TRIGGER replies_no_update BEFORE UPDATE ON replies WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
DROP TRIGGER screenings_no_update;
--> statement-breakpoint
CREATE TRIGGER screenings_no_update BEFORE UPDATE ON screenings WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_node_no_update BEFORE UPDATE ON log_node BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_node_no_delete BEFORE DELETE ON log_node BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_checkpoint_no_update BEFORE UPDATE ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_checkpoint_no_delete BEFORE DELETE ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_cosignature_no_update BEFORE UPDATE ON log_cosignature BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_cosignature_no_delete BEFORE DELETE ON log_cosignature BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_checkpoint_grows BEFORE INSERT ON log_checkpoint WHEN NEW.size <= (SELECT coalesce(max(size), -1) FROM log_checkpoint) OR NEW.size > (SELECT coalesce(max(idx) + 1, 0) FROM log_entry) OR length(NEW.root) <> 32 BEGIN SELECT RAISE(ABORT, 'backwards'); END;
--> statement-breakpoint
CREATE TRIGGER disclosures_no_delete BEFORE DELETE ON disclosures BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER disclosures_only_withheld BEFORE UPDATE ON disclosures WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) OR NEW.idx IS NOT OLD.idx OR NEW.digest IS NOT OLD.digest OR NEW.disclosure IS NOT NULL OR NEW.redaction IS NULL OR OLD.redaction IS NOT NULL BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER redactions_conflict BEFORE INSERT ON redactions WHEN EXISTS (
  SELECT 1 FROM members m JOIN parties p ON p.organisation_id = m.organisation_id
  WHERE p.commitment_id = NEW.commitment_id AND p.state <> 'refused' AND m.user_id IN (NEW.proposed_by, NEW.decided_by)
    AND (m.until IS NULL OR m.until > 1000 * CAST(strftime('%s', coalesce(NEW.decided_at, NEW.proposed_at) / 1000, 'unixepoch', '-24 months') AS INTEGER))
) BEGIN SELECT RAISE(ABORT, 'conflict-of-interest'); END;
--> statement-breakpoint
CREATE TRIGGER redactions_conflict_later BEFORE UPDATE ON redactions WHEN NEW.decided_by IS NOT NULL AND EXISTS (
  SELECT 1 FROM members m JOIN parties p ON p.organisation_id = m.organisation_id
  WHERE p.commitment_id = NEW.commitment_id AND p.state <> 'refused' AND m.user_id IN (NEW.decided_by)
    AND (m.until IS NULL OR m.until > 1000 * CAST(strftime('%s', coalesce(NEW.decided_at, NEW.proposed_at) / 1000, 'unixepoch', '-24 months') AS INTEGER))
) BEGIN SELECT RAISE(ABORT, 'conflict-of-interest'); END;
--> statement-breakpoint
CREATE TRIGGER redactions_two_people BEFORE INSERT ON redactions WHEN NEW.state <> 'proposed' OR NEW.decided_by IS NOT NULL BEGIN SELECT RAISE(ABORT, 'same-person'); END;
--> statement-breakpoint
CREATE TRIGGER redactions_two_people_later BEFORE UPDATE ON redactions WHEN NEW.decided_by IS NEW.proposed_by OR OLD.state <> 'proposed' OR NEW.proposed_by IS NOT OLD.proposed_by BEGIN SELECT RAISE(ABORT, 'same-person'); END;
--> statement-breakpoint
CREATE TRIGGER redactions_no_delete BEFORE DELETE ON redactions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
