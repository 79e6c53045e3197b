import type { TrailWordsOf } from './trail-words.ts'

/** Of the calibration and the blind panel. */
export const calibrationTrail = {
  'calibration.store': {
    id: {
      name: 'Kalibrasi dihitung',
      text: 'Menyimpan hitungan kalibrasi {period}: {people} nilai, model {model}, sidik masukan {hash}.',
    },
    en: {
      name: 'Calibration computed',
      text: 'Stored the calibration of {period}: {people:score|scores}, model {model}, hash of the inputs {hash}.',
    },
  },
  'calibration.apply': {
    id: {
      name: 'Pilihan kalibrasi ditetapkan',
      text: 'Menetapkan pilihan kalibrasi {period} dan menyimpan hitungannya: {people} nilai, model {model}, sidik masukan {hash}.',
    },
    en: {
      name: 'Calibration choices set',
      text: 'Set the choices of the calibration of {period} and stored it: {people:score|scores}, model {model}, hash of the inputs {hash}.',
    },
  },
  'calibration.toAgenda': {
    id: {
      name: 'Kasus dibawa ke rapat',
      text: 'Membawa {count} kasus dari kalibrasi ke pokok bahasan “{meeting}”.',
    },
    en: {
      name: 'Cases brought to a meeting',
      text: 'Brought {count:case|cases} from the calibration to the agenda of “{meeting}”.',
    },
  },
  'panel.addPanelist': {
    id: { name: 'Panelis', text: 'Menambahkan {panelist} ke panel {period}.' },
    en: { name: 'Panelist', text: 'Added {panelist} to the panel of {period}.' },
  },
  'panel.removePanelist': {
    id: { name: 'Panelis dikeluarkan', text: 'Mengeluarkan {panelist} dari panel {period}.' },
    en: { name: 'Panelist taken out', text: 'Took {panelist} out of the panel of {period}.' },
  },
  'panel.draw': {
    id: {
      name: 'Undian sampel panel',
      text: 'Mengundi {dossiers} berkas untuk {panelists} panelis pada {period} (angka awal {seed}).',
    },
    en: {
      name: 'Draw of the panel',
      text: 'Drew {dossiers:dossier|dossiers} for {panelists:panelist|panelists} in {period} (seed {seed}).',
    },
  },
  'panel.withdraw': {
    id: { name: 'Undian dibatalkan', text: 'Membatalkan undian panel {period}: {dossiers} berkas, {scores} nilai.' },
    en: {
      name: 'Draw withdrawn',
      text: 'Withdrew the draw of {period}: {dossiers:dossier|dossiers}, {scores:score|scores}.',
    },
  },
  'panel.giveScore': {
    id: { name: 'Nilai panel', text: '{panelist} menilai berkas {code}.' },
    en: { name: 'Panel score', text: '{panelist} scored dossier {code}.' },
  },
  'panel.issueBallot': {
    id: { name: 'Surat penilaian dibagikan', text: 'Membagikan surat penilaian {panelist}, {dossiers} berkas.' },
    en: { name: 'Ballot handed out', text: 'Handed out the ballot of {panelist}, {dossiers:dossier|dossiers}.' },
  },
  'panel.mergeBallots': {
    id: {
      name: 'Surat penilaian digabungkan',
      text: 'Mengambil {scores} nilai dari {ballots} surat penilaian pada {period}.',
    },
    en: { name: 'Ballots merged', text: 'Took {scores:score|scores} from {ballots:ballot|ballots} in {period}.' },
  },
  'panel.saveCommonCase': {
    id: { name: 'Kasus bersama', text: 'Menyimpan kasus bersama {case} pada {period}.' },
    en: { name: 'Common case', text: 'Saved the common case {case} of {period}.' },
  },
  'panel.removeCommonCase': {
    id: { name: 'Kasus bersama dihapus', text: 'Menghapus kasus bersama {case} pada {period}.' },
    en: { name: 'Common case removed', text: 'Removed the common case {case} of {period}.' },
  },
  'panel.scoreCommonCases': {
    id: { name: 'Nilai kasus bersama', text: '{supervisor} menilai {count} kasus bersama pada {period}.' },
    en: { name: 'Scores of common cases', text: '{supervisor} scored {count:common case|common cases} in {period}.' },
  },
} satisfies TrailWordsOf<'calibration' | 'panel'>
