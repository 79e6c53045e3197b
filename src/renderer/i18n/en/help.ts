import type { help as source } from '../id/help.ts'
import type { Texts } from '../texts.ts'

export const help = {
  title: 'Help',
  keys: 'Keyboard',
  glossary: 'Terms',
  keyPlaces: 'Go to a place',
  keySearch: 'Search and commands',
  keyUndo: 'Undo',
  keyRedo: 'Redo',
  keyHelp: 'Open or close help',
  keyGrid: 'Select several cells',
  keyFill: 'Fill down',
  keyEdit: 'Edit a cell or open its arithmetic',
  start:
    'Open a workspace, make a new one, or try the example agency. A workspace is one .timbang file on this laptop; nothing is sent anywhere.',
  import:
    'Excel and CSV files are taken as they are. Columns are recognised; correct what is wrong and your choice is remembered. Nothing is written before you press Import, and one Undo takes all of it back.',
  inspect:
    'A file that is damaged or was altered is not opened for work. Here you see which check failed, which tables and people can still be read, and how far the chain of the trail holds. The file itself is not changed. Restore a backup, or save a copy of the file as it is for somebody else to look at.',
  overview:
    'Where this period stands: stage, completeness, the distribution of predicates against the shape of the guide, the organisation’s indicators and the next steps. The guide is not a quota; a deviation asks for written reasons.',
  staff:
    'One row per employee. A cell with a thin mark at the left is computed; press Enter to see its arithmetic. Copy, paste and fill down as in Excel. The panel at the right shows evidence first, scores after.',
  calibration:
    'Supervisors compared once the achievement of their teams is taken into account: the point is the difference, the line its plausible range, the diamond marks who is flagged. Read first what is known and what cannot be known yet. Statistics advise, people decide. The order of people inside a team is never changed.',
  'calibration-pages':
    'Distribution against the guide, fairness between groups, easy targets, jumps since the former period, data that are missing, and the formulas behind the calibration. Every page starts in words; its statistics are one click deeper.',
  panel:
    'The panel scores some dossiers again without knowing whose they are, so that a generous supervisor can be told from a truly good team. Add at least two panelists, choose the number of dossiers (the sentence below tells the precision you will get), then draw. Panelists score in turn on this laptop with their own PIN, or fill in a ballot file on another computer, which is then merged by way of a preview. Common cases are invented cases that all supervisors score.',
  relations:
    'Relations declared by those who rate, decide or score. Only chair and secretary can read them. No score changes for it: relations are tested by themselves in the calibration, and family or business means leaving the case concerned.',
  supervisors:
    'Figures as they are, without correction: mean and spread of each supervisor’s scores, and the cases a rule marks. Something to talk about, not a conclusion.',
  meeting:
    'Put the agenda in order, record attendance and quorum, then take the cases one by one: evidence first, scores opened later. Every change needs a reason, evidence and the supervisor’s consent.',
  results:
    'Minutes, the final list and other documents. The preview equals the print. The foot of every page tells how many entries the trail had when the document was made.',
  'follow-ups': 'What the meeting decided to do next: coaching, reward and tasks, each with a person and a date.',
  trail: 'Every change with its time, author and reason. Nothing can be deleted; even an undo is recorded.',
  termPredicate: 'Performance predicate',
  termPredicateText:
    'Where the ratings of work results and behaviour meet in the quadrant: from very poor to very good.',
  termLevel: 'Expectation',
  termLevelText: 'Rating of work results or behaviour: below, meets or above the leader’s expectation.',
  termWorkPlan: 'Work plan (SKP)',
  termWorkPlanText: 'Sasaran Kinerja Pegawai: expected work results and their indicators for one period.',
  termResult: 'Work result and indicator (RHK, IKI)',
  termResultText: 'An expected work result, measured by individual indicators: quantity, quality, time or cost.',
  termGuide: 'Distribution pattern',
  termGuideText: 'The shape of the distribution that guides, by the organisation’s own achievement. Not a quota.',
  termInitial: 'Initial assessment',
  termInitialText: 'The supervisor’s own scores and ratings. Never overwritten; the meeting’s result stands beside it.',
  termConsent: 'Supervisor’s consent',
  termConsentText: 'The supervisor’s statement about a change of the rating. Without it a change remains a proposal.',
  termTrail: 'Trail',
  termTrailText:
    'The record of every change of this file, in order. The foot of a document tells the number of its entries.',
} as const satisfies Texts<typeof source>
