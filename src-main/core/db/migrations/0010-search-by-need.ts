/** The full-text index is written only when a text it holds has changed: moving a season's dates leaves it alone. */
export const searchByNeed = /* sql */ `
DROP TRIGGER drafts_search_update;
CREATE TRIGGER drafts_search_update AFTER UPDATE OF fields ON drafts
WHEN old.title IS NOT new.title OR old.location_name IS NOT new.location_name OR old.description IS NOT new.description
BEGIN
  INSERT INTO drafts_search (drafts_search, rowid, title, location_name, description)
  VALUES ('delete', old.seq, old.title, old.location_name, old.description);
  INSERT INTO drafts_search (rowid, title, location_name, description)
  VALUES (new.seq, new.title, new.location_name, new.description);
END;
`;
