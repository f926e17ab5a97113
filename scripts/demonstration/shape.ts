/** Days counted from the day of seeding, so that the demonstration never grows old. */
export type Offset = number

type CoordinatorKey = string

export type DemoOrganisation = {
  key: string
  names: Record<string, string>
  lang: string
  group: string
  country: string | null
  website: string
  externalId?: { scheme: string; code: string }
  identityCheck: string
  state: 'verified' | 'registered' | 'refused' | 'suspended'
  registeredAt: Offset
  decision?: { at: Offset; by: CoordinatorKey; reason?: string }
  suspension?: { at: Offset; by: CoordinatorKey; reason: string }
}

export type DemoPerson = {
  key: string
  name: string
  email: string
  locale: string
  roles: { organisation: string; role: 'focal-point' | 'editor'; since: Offset }[]
  coordinator?: true
  administrator?: true
  shown?: string
}

export type DemoEvidence = {
  kind: 'link' | 'dataset' | 'file'
  title: string
  url?: string
  fileName?: string
  content?: string
  access: 'public' | 'held'
  heldReason?: string
}

export type DemoReview = {
  at: Offset
  by: CoordinatorKey
  outcome: 'achieved' | 'partly-achieved' | 'not-achieved' | 'not-verifiable' | 'returned' | 'open'
  reviewedValue?: number
  reasons?: string
  scores?: Record<string, { score: number; note?: string }>
  questions?: { field: string; question: string }[]
  confirmedBy?: CoordinatorKey
  /** Left for somebody to confirm by hand. */
  awaitsSecond?: true
  confirmedAt?: Offset
  reply?: { at: Offset; stance: 'accepts' | 'disputes'; text: string }
}

export type DemoReport = {
  at: Offset
  reached: 'yes' | 'partly' | 'no' | 'cannot-say'
  value?: number
  measuredAt: Offset
  happened: string
  behindReason?: string
  next?: string
  evidence: DemoEvidence[]
  review?: DemoReview
}

export type DemoMilestone = {
  title: string
  dueIn: Offset
  indicator: string
  unit: string
  baseline: number
  target: number
  evidenceExpected: string
  reports: DemoReport[]
}

export type DemoCommitment = {
  key: string
  lead: string
  lang: string
  title: string
  text: string
  problem: string
  clause: string
  furtherClauses: string[]
  beneficiaries: string
  beneficiaryCount?: number
  places: string[] | 'worldwide'
  startIn: Offset
  endIn: Offset
  resources: { kind: string; amount?: number; currency?: string; source?: string }[]
  responsible: string
  contactRole: string
  sdgTargets: string[]
  partners: {
    organisation: string
    role: string
    share?: string
    answer: 'accepted' | 'refused' | 'invited' | 'left'
    answeredAt?: Offset
    leftAt?: Offset
    reason?: string
  }[]
  milestones: DemoMilestone[]
  state: 'published' | 'draft' | 'submitted' | 'returned' | 'declined' | 'withdrawn'
  createdAt: Offset
  submittedAt?: Offset
  publishedAt?: Offset
  screening?: {
    at: Offset
    by: CoordinatorKey
    outcome: 'published' | 'returned' | 'declined'
    reason?: string
    questions?: { field: string; question: string }[]
    resubmittedAt?: Offset
    answer?: string
  }[]
  amendments: {
    at: Offset
    reason: string
    changes: {
      title?: string
      endIn?: Offset
      milestones?: { index: number; dueIn?: Offset; target?: number }[]
    }
  }[]
  withdrawal?: { at: Offset; reason: string }
  expects?: string
}
