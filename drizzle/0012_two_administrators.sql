CREATE TABLE `administrator_proposals` (
	`user_id` text PRIMARY KEY NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Where two administrators or more are in office, none is made whom another one has not proposed.
CREATE TRIGGER users_two_administrators BEFORE UPDATE OF administrator ON users
  WHEN NEW.administrator = 1 AND OLD.administrator = 0
  AND 1 < (SELECT count(*) FROM users WHERE administrator = 1 AND disabled_at IS NULL AND erased_at IS NULL AND id <> NEW.id)
  AND NOT EXISTS (
    SELECT 1 FROM administrator_proposals p JOIN users u ON u.id = p.proposed_by
    WHERE p.user_id = NEW.id AND u.administrator = 1 AND u.disabled_at IS NULL AND u.erased_at IS NULL
  )
BEGIN SELECT RAISE(ABORT, 'second-administrator'); END;
