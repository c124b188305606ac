import type { Activity } from '../../vocabulary/expense.ts';

/** The fields (분야) of the 2016 main-work report; a manager may add others. */
export const CATEGORIES = ['직원 격려', '간담회 등', '기타'] as const;

/** Which field each area of the activity list falls into, until a manager says otherwise. */
const BY_AREA: Record<string, (typeof CATEGORIES)[number]> = {
  '1': '기타',
  '2': '간담회 등',
  '3': '기타',
  '4': '간담회 등',
  '5': '직원 격려',
  '6': '직원 격려',
  '7': '간담회 등',
  '8': '기타',
  '9': '기타',
};

/** The category of an activity: the office's own choice, else the area's; condolence money (8-나) goes to staff. */
export function categoryOf(activity: Activity, chosen: ReadonlyMap<string, string>): string {
  const fromArea = activity === '8-나' ? '직원 격려' : (BY_AREA[activity[0] ?? ''] ?? '기타');
  return chosen.get(activity) ?? fromArea;
}
