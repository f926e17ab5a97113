ALTER TABLE `mails` ADD `entry` integer;--> statement-breakpoint
CREATE INDEX `acts_by_kind` ON `acts` (`kind`,`entry`);