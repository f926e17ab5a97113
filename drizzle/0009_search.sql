CREATE TABLE `search_texts` (
	`entry` integer PRIMARY KEY NOT NULL,
	`commitment_id` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_texts_commitment_id_unique` ON `search_texts` (`commitment_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_hash` ON `evidence` (`sha256`);--> statement-breakpoint
CREATE INDEX `log_checkpoint_by_root` ON `log_checkpoint` (`root`);--> statement-breakpoint
CREATE INDEX `log_entry_by_hash` ON `log_entry` (`leaf_hash`);--> statement-breakpoint
-- Texts come folded: the tokenizer is to change nothing. No sizes are kept, for nothing is ranked by them.
CREATE VIRTUAL TABLE search USING fts5(title, words, content='search_texts', content_rowid='entry', columnsize=0, tokenize='trigram case_sensitive 1');
--> statement-breakpoint
CREATE VIRTUAL TABLE search_titles USING fts5(title, content='search_texts', content_rowid='entry', columnsize=0, tokenize='trigram case_sensitive 1');
--> statement-breakpoint
CREATE TRIGGER search_texts_enter AFTER INSERT ON search_texts BEGIN
  INSERT INTO search(rowid, title, words) VALUES (NEW.entry, NEW.title, NEW.words);
  INSERT INTO search_titles(rowid, title) VALUES (NEW.entry, NEW.title);
END;
--> statement-breakpoint
CREATE TRIGGER search_texts_change AFTER UPDATE ON search_texts BEGIN
  INSERT INTO search(search, rowid, title, words) VALUES ('delete', OLD.entry, OLD.title, OLD.words);
  INSERT INTO search_titles(search_titles, rowid, title) VALUES ('delete', OLD.entry, OLD.title);
  INSERT INTO search(rowid, title, words) VALUES (NEW.entry, NEW.title, NEW.words);
  INSERT INTO search_titles(rowid, title) VALUES (NEW.entry, NEW.title);
END;
--> statement-breakpoint
CREATE TRIGGER search_texts_leave AFTER DELETE ON search_texts BEGIN
  INSERT INTO search(search, rowid, title, words) VALUES ('delete', OLD.entry, OLD.title, OLD.words);
  INSERT INTO search_titles(search_titles, rowid, title) VALUES ('delete', OLD.entry, OLD.title);
END;
