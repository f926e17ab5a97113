CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_entry_no_delete BEFORE DELETE ON log_entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_entry_no_gap BEFORE INSERT ON log_entry WHEN NEW.idx IS NOT (SELECT coalesce(max(idx) + 1, 0) FROM log_entry) BEGIN SELECT RAISE(ABORT, 'gap'); END;
--> statement-breakpoint
CREATE TRIGGER log_entry_shape BEFORE INSERT ON log_entry WHEN length(NEW.leaf) > 8192 OR length(NEW.leaf_hash) <> 32 BEGIN SELECT RAISE(ABORT, 'shape'); END;
--> statement-breakpoint
CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER versions_no_update BEFORE UPDATE ON commitment_versions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER versions_no_delete BEFORE DELETE ON commitment_versions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rounds_no_update BEFORE UPDATE ON report_rounds BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rounds_no_delete BEFORE DELETE ON report_rounds BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER commitment_number_stays BEFORE UPDATE OF number ON commitments WHEN OLD.number IS NOT NULL AND NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'number-stays'); END;
--> statement-breakpoint
CREATE TRIGGER screenings_conflict BEFORE INSERT ON screenings WHEN EXISTS (
  SELECT 1 FROM members m JOIN parties p ON p.organisation_id = m.organisation_id
  WHERE p.commitment_id = NEW.commitment_id AND p.state <> 'refused' AND m.user_id = NEW.coordinator_id
    AND (m.until IS NULL OR m.until > 1000 * CAST(strftime('%s', NEW.at / 1000, 'unixepoch', '-24 months') AS INTEGER))
) BEGIN SELECT RAISE(ABORT, 'conflict-of-interest'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_conflict BEFORE INSERT ON reviews WHEN EXISTS (
  SELECT 1 FROM reports r JOIN milestones s ON s.id = r.milestone_id
    JOIN parties p ON p.commitment_id = s.commitment_id
    JOIN members m ON m.organisation_id = p.organisation_id
  WHERE r.id = NEW.report_id AND p.state <> 'refused' AND m.user_id IN (NEW.coordinator_id, NEW.confirmed_by_id)
    AND (m.until IS NULL OR m.until > 1000 * CAST(strftime('%s', coalesce(NEW.decided_at, NEW.opened_at) / 1000, 'unixepoch', '-24 months') AS INTEGER))
) BEGIN SELECT RAISE(ABORT, 'conflict-of-interest'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_conflict_later BEFORE UPDATE ON reviews WHEN EXISTS (
  SELECT 1 FROM reports r JOIN milestones s ON s.id = r.milestone_id
    JOIN parties p ON p.commitment_id = s.commitment_id
    JOIN members m ON m.organisation_id = p.organisation_id
  WHERE r.id = NEW.report_id AND p.state <> 'refused'
    AND (m.user_id = NEW.confirmed_by_id OR (m.user_id = NEW.coordinator_id AND (
      NEW.coordinator_id IS NOT OLD.coordinator_id
      OR (NEW.state IS NOT OLD.state AND NEW.state IN ('proposed', 'returned'))
      OR (NEW.state = 'decided' AND NEW.confirmed_by_id IS NULL))))
    AND (m.until IS NULL OR m.until > 1000 * CAST(strftime('%s', coalesce(NEW.decided_at, NEW.opened_at) / 1000, 'unixepoch', '-24 months') AS INTEGER))
) BEGIN SELECT RAISE(ABORT, 'conflict-of-interest'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_two_people BEFORE UPDATE ON reviews WHEN NEW.confirmed_by_id IS NEW.coordinator_id BEGIN SELECT RAISE(ABORT, 'same-person'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_decided_stays BEFORE UPDATE ON reviews WHEN OLD.state = 'decided' BEGIN SELECT RAISE(ABORT, 'finding-stands'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_two_people_at_once BEFORE INSERT ON reviews WHEN NEW.confirmed_by_id IS NEW.coordinator_id BEGIN SELECT RAISE(ABORT, 'same-person'); END;
--> statement-breakpoint
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER replies_no_update BEFORE UPDATE ON replies BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER replies_no_delete BEFORE DELETE ON replies BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER screenings_no_update BEFORE UPDATE ON screenings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
CREATE TRIGGER screenings_no_delete BEFORE DELETE ON screenings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
