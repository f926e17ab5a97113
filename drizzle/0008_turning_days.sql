ALTER TABLE `commitments` ADD `turns_on` text;--> statement-breakpoint
CREATE INDEX `commitments_by_turn` ON `commitments` (`turns_on`);--> statement-breakpoint
-- Nobody has worked it out for what is published already: due at once.
UPDATE `commitments` SET `turns_on` = '0000-00-00' WHERE `state` = 'published';
