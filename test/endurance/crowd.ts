import { inFolder } from '../support/process.ts';
import { tell } from './report.ts';
import { typeAtOnce } from './requests/crowd.ts';

/** `npm run endurance:crowd`: 200 people type at once, twenty times over. */
const breaches = tell(await inFolder((folder) => typeAtOnce(folder, { people: 200, rounds: 20 })));
process.exit(breaches.length > 0 ? 1 : 0);
