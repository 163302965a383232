import { histories } from './batch.ts';

/** In two files, so that two cores share them. */
histories(0, 500);
