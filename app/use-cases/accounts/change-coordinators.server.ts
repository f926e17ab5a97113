import type { CoordinatorChange } from '#app/domain/accounts/coordinator.ts'

import type { Acting } from '../acting.ts'
import { appointCoordinator } from './appoint-coordinator.server.ts'
import { endCoordinator } from './end-coordinator.server.ts'

/** An administrator appoints a coordinator, or ends an appointment. */
export const changeCoordinators = (acting: Acting, asked: CoordinatorChange) =>
  asked.change === 'appoint'
    ? appointCoordinator(acting, asked.email, asked.reason)
    : endCoordinator(acting, asked.userId, asked.reason)
