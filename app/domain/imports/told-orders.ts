import type { Json } from '../acts/act.ts'
import { toldField, type ToldFrom } from '../acts/told.ts'
import { DIGESTS_AT_ONCE, withholdingOf, type Withheld } from '../redactions/redaction.ts'
import type { Actor } from '../shared/actor.ts'
import { addsSign } from '../shared/written.ts'
import type { PackagedOrder } from './package-commitment.ts'
import type { Saying } from './told-record.ts'

/** An order by which content of one saying is withheld where it comes from. */
export type ToldOrder = { order: PackagedOrder; of: Saying }

/** Whether a field is withheld, or words of it are. */
const isWithheld = (value: Json): boolean =>
  addsSign(null, value) ||
  (typeof value === 'object' && value !== null && 'withheld' in value && value['withheld'] === true)
const withheldIn = ({ fields }: Saying) =>
  Object.entries(fields).filter(([, value]) => isWithheld(value))

/**
 * Which order withholds which saying's words. Undefined where that cannot be told for each: whoever
 * ordered what is never guessed, and no sign for withheld words stands without an order.
 */
export function ordersOf(
  orders: readonly PackagedOrder[],
  sayings: readonly Saying[],
): ToldOrder[] | undefined {
  const told: ToldOrder[] = []
  for (const order of orders) {
    const { act, subject, turn } = order.of
    const alike = sayings.filter((one) => one.kind === act && one.subject === subject)
    const of = alike[turn - 1]
    if (!of || told.some((one) => one.of === of)) return undefined
    const fields = withheldIn(of).length
    if (fields === 0 || fields > DIGESTS_AT_ONCE) return undefined
    told.push({ order, of })
  }
  const unordered = sayings.some(
    (saying) => withheldIn(saying).length > 0 && !told.some(({ of }) => of === saying),
  )
  return unordered ? undefined : told
}

/**
 * The order as an act of this register: it names the disclosures of its own log in which words are
 * missing, and says what is left of them. What was withheld never came here.
 * @param of the entry that tells the saying here, with the fields its disclosures open
 */
export function toldOrderAct(
  { order, of: saying }: ToldOrder,
  of: { entry: number; open: readonly { digest: string; field: string; value: Json }[] },
  commitmentId: string,
  from: ToldFrom,
  actor: Actor,
  now: Date,
): Withheld {
  const left = of.open.filter(({ value }) => isWithheld(value))
  const commitment = { id: commitmentId, clauses: saying.clauses }
  const told = withholdingOf(of.entry, left, order, commitment, actor, now)
  const fields = { ...told.act.fields, ...toldField(from, order.at) }
  return { ...told, act: { ...told.act, fields } }
}
