CREATE TABLE `log_checkpoint` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` blob NOT NULL,
	`note` text NOT NULL,
	`signed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_cosignature` (
	`size` integer NOT NULL,
	`witness` text NOT NULL,
	`line` text NOT NULL,
	`cosigned_at` integer NOT NULL,
	PRIMARY KEY(`size`, `witness`),
	FOREIGN KEY (`size`) REFERENCES `log_checkpoint`(`size`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `log_node` (
	`level` integer NOT NULL,
	`n` integer NOT NULL,
	`hash` blob NOT NULL,
	PRIMARY KEY(`level`, `n`)
);
--> statement-breakpoint
CREATE TABLE `doomed_files` (
	`stored_name` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `redaction_pass` (
	`id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `redactions` (
	`id` text PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`state` text NOT NULL,
	`basis` text NOT NULL,
	`reason` text NOT NULL,
	`words` text NOT NULL,
	`evidence_ids` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`refused_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redactions_by_state` ON `redactions` (`state`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `redactions_of_commitment` ON `redactions` (`commitment_id`);