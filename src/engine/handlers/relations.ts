import {
  receiveStatement,
  removeStatement,
  saveRelation,
  withdrawRelation,
} from '#application/relations/declare-relation.ts'
import {
  recordDueRecusals,
  relatedParticipants,
  takeBackWaiver,
  waiveRecusal,
} from '#application/relations/due-recusals.ts'
import { standingCount } from '#application/relations/known-relations.ts'
import { closePairs, listRaters, listRelations } from '#application/relations/list-relations.ts'
import type { CallsOf, HandlerContext, HandlersOf } from '#engine/handler-context.ts'

export function relationHandlers(context: HandlerContext): HandlersOf<CallsOf<'relations'>> {
  const { session, environment, signedIn } = context
  const workspace = () => session.current()
  const tables = () => workspace().tables
  const done = {}
  return {
    'relations.list': ({ periodId }) => listRelations(tables(), periodId, environment.now()),
    'relations.raters': ({ periodId }) =>
      listRaters(tables(), periodId).map((rater) => ({ ...rater, parts: [...rater.parts] })),
    'relations.closePairs': () => ({ standing: standingCount(tables()), pairs: closePairs(tables()) }),
    'relations.save': ({ relationId, fields }) => ({
      relationId: saveRelation(workspace(), environment, relationId, fields),
    }),
    'relations.withdraw': ({ relationId, reason }) => {
      withdrawRelation(workspace(), environment, relationId, reason)
      return done
    },
    'relations.receiveStatement': (input) => ({ statementId: receiveStatement(workspace(), environment, input) }),
    'relations.removeStatement': ({ statementId }) => {
      removeStatement(workspace(), statementId)
      return done
    },
    'relations.recusals': ({ meetingId }) =>
      relatedParticipants(tables(), meetingId).map((row) => ({ ...row, kinds: [...row.kinds] })),
    'relations.recuse': ({ meetingId }) => ({ recorded: recordDueRecusals(workspace(), environment, meetingId) }),
    'relations.waive': (input) => {
      waiveRecusal(workspace(), environment, input, signedIn.current())
      return done
    },
    'relations.unwaive': ({ waiverId }) => {
      takeBackWaiver(workspace(), waiverId)
      return done
    },
  }
}
