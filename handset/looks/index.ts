import type { Look } from '../types';
import { android } from './android';
import { ios } from './ios';
import type { LookTable } from './look';

export const looks: Readonly<Record<Look, LookTable>> = { android, ios };
