import { useDispatch, useSelect } from '@wordpress/data';
import { store as preferencesStore } from '@wordpress/preferences';
import { today } from '../entities/days';
import type { Period, PeriodName } from './periods';
import { daysOfPeriod } from './periods';

interface Chosen {
	name: PeriodName;
	/** Of other days. */
	days?: Period | undefined;
}

const USUAL: Chosen = { name: 'last-30' };

/** The period a person looks at, kept for them. Its days are undefined for the usual one, which PHP knows as well. */
export function usePeriod() {
	const { name, days } = useSelect(
		( select ) => ( select( preferencesStore ).get( 'carnet', 'dashboard-period' ) as Chosen | undefined ) ?? USUAL,
		[]
	);
	const { set } = useDispatch( preferencesStore );
	const choose = ( chosen: PeriodName, others?: Period ) =>
		void set( 'carnet', 'dashboard-period', { name: chosen, days: chosen === 'free' ? others : undefined } );
	const usual = name === 'last-30' ? undefined : days;
	const isNamed = name !== 'free' && name !== 'last-30';
	return { name, period: isNamed ? daysOfPeriod( name, today() ) : usual, choose };
}
