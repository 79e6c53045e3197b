import type { EmployeeId } from '#domain/model/ids.ts'
import { refuseCycles } from '#domain/rules/supervision.ts'

/**
 * Refuses (E-RULE-CYCLE) changes after which people would rate each other in a circle. Only the chains above the changed
 * people are read: nobody else's circle can be new.
 */
export function refuseNewCircles(
  changes: ReadonlyMap<EmployeeId, EmployeeId>,
  storedSupervisorOf: (employeeId: EmployeeId) => EmployeeId | undefined,
  nameOf: (employeeId: string) => string,
): void {
  const pairs = new Map<EmployeeId, EmployeeId>()
  for (const start of changes.keys()) {
    let person: EmployeeId | undefined = start
    while (person !== undefined && !pairs.has(person)) {
      const supervisor: EmployeeId | undefined = changes.get(person) ?? storedSupervisorOf(person)
      if (supervisor !== undefined) pairs.set(person, supervisor)
      person = supervisor
    }
  }
  refuseCycles(pairs, nameOf)
}
