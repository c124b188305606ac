import type { SourceId } from '../../../vocabulary/check.ts';

/** `link` is empty where there is no text to point to; `checked` is the day (or the month) it was looked at last. */
export type Source = { link: string; checked: string };

const LAW = 'https://www.law.go.kr';

/**
 * Where the rules' clauses were looked up. The body of the accounting directive was read; of its annexes, which are attachments, only
 * what others quote of them.
 */
export const SOURCES: Record<SourceId, Source> = {
  directive: { link: `${LAW}/행정규칙/지방자치단체회계관리에관한훈령`, checked: '2026-11-30' },
  standard: { link: `${LAW}/LSW/flDownload.do?flSeq=160842291`, checked: '2026-11-30' },
  card_standard: { link: `${LAW}/LSW/flDownload.do?flSeq=160842327`, checked: '2026-11-30' },
  scope: { link: `${LAW}/법령/지방자치단체업무추진비집행에관한규칙`, checked: '2026-11-30' },
  scope_annex: { link: `${LAW}/법령/지방자치단체업무추진비집행에관한규칙`, checked: '2026-11-30' },
  graft_decree: {
    link: `${LAW}/법령/부정청탁및금품등수수의금지에관한법률시행령`,
    checked: '2026-11-30',
  },
  graft_limits: { link: 'dgmbc.com/article/to-HITGQTxwfLq5GEltgJc', checked: '2026-11' },
  graft_vouchers: { link: 'bukgu.ulsan.kr (2026-01-21), hswf.or.kr (2023-08-30)', checked: '2026-11' },
  accounting_act: { link: 'legalengine.co.kr/laws/지방회계법', checked: '2026-11' },
  accounting_decree: { link: `${LAW}/법령/지방회계법시행령`, checked: '2026-11-30' },
  election_act: { link: `${LAW}/법령/공직선거법`, checked: '2026-11-30' },
  budgeting: { link: `${LAW}/행정규칙/지방자치단체예산편성운영기준`, checked: '2026-11' },
  information_act: { link: `${LAW}/법령/공공기관의정보공개에관한법률`, checked: '2026-11' },
  supreme_court: { link: 'legalengine.co.kr/amp/cases/FhR-k1jlVKuKH2Q7x4CggQ', checked: '2026-11' },
  district_court: { link: 'm.imaeil.com/page/view/2012071009552550887', checked: '2026-11' },
  central_2019: { link: 'news.mt.co.kr/mtview.php?no=2018123109494605468', checked: '2026-11' },
  audit_2023: { link: 'hankyung.com/article/202305245490Y', checked: '2026-11' },
  audit_2025: { link: 'newdaily.co.kr (2025-09-30)', checked: '2026-11' },
  prepaid: { link: 'dj.breaknews.com/228498, hankookilbo 201610201386960910', checked: '2026-11' },
  watchdog: { link: 'github.com/DrunkenZealnut/SeoulSurvey2025', checked: '2026-11' },
  council_audit: { link: '', checked: '2026-11' },
  own: { link: '', checked: '2026-11' },
};
