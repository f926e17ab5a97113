CREATE TABLE `coordinators` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`appointed_at` integer NOT NULL,
	`appointed_by` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coordinators_user` ON `coordinators` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`password_hash` text NOT NULL,
	`administrator` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `acts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`commitment_id` text,
	`user_id` text,
	`organisation_id` text,
	`role` text NOT NULL,
	`at` integer NOT NULL,
	`fields` text NOT NULL,
	`entry` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `acts_entry_unique` ON `acts` (`entry`);--> statement-breakpoint
CREATE INDEX `acts_of_subject` ON `acts` (`subject`,`entry`);--> statement-breakpoint
CREATE INDEX `acts_of_commitment` ON `acts` (`commitment_id`,`entry`);--> statement-breakpoint
CREATE INDEX `acts_newest` ON `acts` (`at`);--> statement-breakpoint
CREATE TABLE `disclosures` (
	`idx` integer NOT NULL,
	`digest` text NOT NULL,
	`disclosure` text,
	`redaction` integer,
	PRIMARY KEY(`idx`, `digest`),
	FOREIGN KEY (`idx`) REFERENCES `log_entry`(`idx`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `log_entry` (
	`idx` integer PRIMARY KEY NOT NULL,
	`leaf` blob NOT NULL,
	`leaf_hash` blob NOT NULL,
	`act_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_entry_act_id_unique` ON `log_entry` (`act_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_error` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mails_unsent` ON `mails` (`sent_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `commitment_clauses` (
	`commitment_id` text NOT NULL,
	`clause` text NOT NULL,
	`primary` integer NOT NULL,
	PRIMARY KEY(`clause`, `commitment_id`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clauses_of_commitment` ON `commitment_clauses` (`commitment_id`);--> statement-breakpoint
CREATE TABLE `commitment_places` (
	`commitment_id` text NOT NULL,
	`place` text NOT NULL,
	PRIMARY KEY(`place`, `commitment_id`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `places_of_commitment` ON `commitment_places` (`commitment_id`);--> statement-breakpoint
CREATE TABLE `commitment_versions` (
	`commitment_id` text NOT NULL,
	`version` integer NOT NULL,
	`terms` text NOT NULL,
	`changes` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`commitment_id`, `version`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`declaration` text NOT NULL,
	`number` text,
	`state` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`lead_id` text NOT NULL,
	`group` text NOT NULL,
	`terms` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`lang` text DEFAULT 'en' NOT NULL,
	`clause` text,
	`start_on` text,
	`end_on` text,
	`worldwide` integer DEFAULT false NOT NULL,
	`outcome` text,
	`assurance` text,
	`next_due_on` text,
	`external_id` text,
	`provenance` text,
	`invented` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`submitted_at` integer,
	`published_at` integer,
	`ended_at` integer,
	`end_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`declaration`) REFERENCES `declarations`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_number_unique` ON `commitments` (`number`);--> statement-breakpoint
CREATE INDEX `commitments_newest` ON `commitments` (`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_by_outcome` ON `commitments` (`outcome`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_by_group` ON `commitments` (`group`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_by_declaration` ON `commitments` (`declaration`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_by_lead` ON `commitments` (`lead_id`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_by_due` ON `commitments` (`next_due_on`,`id`);--> statement-breakpoint
CREATE INDEX `commitments_by_state` ON `commitments` (`state`,`submitted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_external` ON `commitments` (`declaration`,`external_id`);--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`share` text NOT NULL,
	`state` text NOT NULL,
	`invited_at` integer NOT NULL,
	`answered_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `parties_of_commitment` ON `parties` (`commitment_id`);--> statement-breakpoint
CREATE INDEX `parties_by_organisation` ON `parties` (`organisation_id`,`state`);--> statement-breakpoint
CREATE TABLE `screenings` (
	`id` text PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`coordinator_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`questions` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `screenings_of_commitment` ON `screenings` (`commitment_id`,`at`);--> statement-breakpoint
CREATE TABLE `serials` (
	`declaration` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`declaration`, `year`)
);
--> statement-breakpoint
CREATE TABLE `declarations` (
	`key` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`body` text NOT NULL,
	`opened_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_code_unique` ON `declarations` (`code`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`lang` text NOT NULL,
	`access` text NOT NULL,
	`held_reason` text NOT NULL,
	`state` text NOT NULL,
	`url` text,
	`file_name` text,
	`stored_name` text,
	`media_type` text,
	`size` integer,
	`sha256` text,
	`round` integer,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_of_report` ON `evidence` (`report_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `evidence_openings` (
	`evidence_id` text NOT NULL,
	`coordinator_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`evidence_id`, `coordinator_id`),
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`due_on` text NOT NULL,
	`unit` text NOT NULL,
	`baseline` real,
	`target` real NOT NULL,
	`terms` text NOT NULL,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_of_commitment` ON `milestones` (`commitment_id`,`position`);--> statement-breakpoint
CREATE INDEX `milestones_by_due` ON `milestones` (`due_on`,`id`);--> statement-breakpoint
CREATE TABLE `report_rounds` (
	`report_id` text NOT NULL,
	`round` integer NOT NULL,
	`content` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `round`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`milestone_id` text NOT NULL,
	`state` text NOT NULL,
	`content` text,
	`rounds` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`reported_at` integer,
	`last_reported_at` integer,
	`returned_at` integer,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_of_milestone` ON `reports` (`milestone_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `reports_by_state` ON `reports` (`state`,`last_reported_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_organisation` ON `invitations` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `members_by_user` ON `members` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_once` ON `members` (`organisation_id`,`user_id`) WHERE "members"."until" IS NULL;--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`names` text NOT NULL,
	`lang` text NOT NULL,
	`sort_name` text NOT NULL,
	`group` text NOT NULL,
	`country` text,
	`website` text NOT NULL,
	`identifier` text,
	`identity_check` text NOT NULL,
	`invented` integer DEFAULT false NOT NULL,
	`external_id` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`joined_at` integer,
	`reason` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisations_by_name` ON `organisations` (`state`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `organisations_by_group` ON `organisations` (`group`,`sort_name`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_external` ON `organisations` (`external_id`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`stance` text NOT NULL,
	`lang` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replies_review_id_unique` ON `replies` (`review_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`round` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`coordinator_id` text NOT NULL,
	`confirmed_by_id` text,
	`finding` text,
	`reviewed_value` real,
	`reasons` text DEFAULT '' NOT NULL,
	`scores` text,
	`rubric_version` integer NOT NULL,
	`questions` text NOT NULL,
	`sent_back_reason` text DEFAULT '' NOT NULL,
	`opened_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_of_report` ON `reviews` (`report_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `reviews_by_state` ON `reviews` (`state`,`opened_at`);