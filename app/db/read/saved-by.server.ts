import { sql } from 'drizzle-orm'

/**
 * The name of whoever saved last, if that was one of the organisation's own people. Spelled out:
 * in a query of one table drizzle leaves the table's name off, and `id` would be somebody else's.
 */
export const savedBy = sql<string | null>`(
  select person.name from users person
  where person.id = commitments.updated_by and exists (
    select 1 from members place
    where place.user_id = person.id and place.organisation_id = commitments.lead_id
  )
)`
