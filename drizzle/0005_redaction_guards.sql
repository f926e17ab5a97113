DROP TRIGGER reviews_conflict_later;
--> statement-breakpoint
CREATE TRIGGER reviews_conflict_later BEFORE UPDATE ON reviews WHEN NOT EXISTS (SELECT 1 FROM redaction_pass) AND EXISTS (
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
CREATE TRIGGER reviews_words_alone BEFORE UPDATE ON reviews WHEN EXISTS (SELECT 1 FROM redaction_pass) AND (
  NEW.state IS NOT OLD.state OR NEW.coordinator_id IS NOT OLD.coordinator_id OR NEW.confirmed_by_id IS NOT OLD.confirmed_by_id
  OR NEW.finding IS NOT OLD.finding OR NEW.reviewed_value IS NOT OLD.reviewed_value OR NEW.decided_at IS NOT OLD.decided_at
) BEGIN SELECT RAISE(ABORT, 'finding-stands'); END;
--> statement-breakpoint
CREATE TRIGGER acts_words_alone BEFORE UPDATE ON acts WHEN
  NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.commitment_id IS NOT OLD.commitment_id
  OR NEW.user_id IS NOT OLD.user_id OR NEW.organisation_id IS NOT OLD.organisation_id OR NEW.role IS NOT OLD.role
  OR NEW.at IS NOT OLD.at OR NEW.entry IS NOT OLD.entry
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
--> statement-breakpoint
DROP TRIGGER redactions_conflict_later;
--> statement-breakpoint
CREATE TRIGGER redactions_conflict_later BEFORE UPDATE ON redactions WHEN NEW.decided_by IS NOT OLD.decided_by AND EXISTS (
  SELECT 1 FROM members m JOIN parties p ON p.organisation_id = m.organisation_id
  WHERE p.commitment_id = NEW.commitment_id AND p.state <> 'refused' AND m.user_id = NEW.decided_by
    AND (m.until IS NULL OR m.until > 1000 * CAST(strftime('%s', coalesce(NEW.decided_at, NEW.proposed_at) / 1000, 'unixepoch', '-24 months') AS INTEGER))
) BEGIN SELECT RAISE(ABORT, 'conflict-of-interest'); END;
--> statement-breakpoint
DROP TRIGGER redactions_two_people_later;
--> statement-breakpoint
CREATE TRIGGER redactions_two_people_later BEFORE UPDATE ON redactions WHEN NEW.proposed_by IS NOT OLD.proposed_by
  OR NEW.decided_by IS NEW.proposed_by OR ((NEW.state <> 'proposed') IS NOT (NEW.decided_by IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'same-person'); END;
--> statement-breakpoint
CREATE TRIGGER redactions_decided_stays BEFORE UPDATE ON redactions WHEN
  NEW.id IS NOT OLD.id OR NEW.commitment_id IS NOT OLD.commitment_id OR NEW.basis IS NOT OLD.basis OR NEW.proposed_at IS NOT OLD.proposed_at
  OR (OLD.state <> 'proposed' AND (NEW.state IS NOT OLD.state OR NEW.decided_by IS NOT OLD.decided_by OR NEW.decided_at IS NOT OLD.decided_at))
  OR ((NEW.reason IS NOT OLD.reason OR NEW.evidence_ids IS NOT OLD.evidence_ids) AND NOT EXISTS (SELECT 1 FROM redaction_pass))
  OR (OLD.state <> 'proposed' AND (NEW.words IS NOT OLD.words OR NEW.refused_reason IS NOT OLD.refused_reason) AND NOT EXISTS (SELECT 1 FROM redaction_pass))
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
