import { lazy, Suspense } from '@wordpress/element';
import type { DayPickerProps } from 'react-day-picker';

type Library = typeof import( 'react-day-picker' );

let library: Library;

const Loaded = lazy( async () => {
	library = await import(
		/* webpackChunkName: "calendar", webpackExports: ["DayPicker", "rangeContainsModifiers", "useDayPicker"] */
		'react-day-picker'
	);
	return { default: library.DayPicker };
} );

/** The calendar that webpack.config.js gives to DataViews: the same, but loaded once it is shown. */
export function DayPicker( props: DayPickerProps ) {
	return (
		<Suspense fallback={ null }>
			<Loaded { ...props } />
		</Suspense>
	);
}

/** Only called inside the calendar, so after it was loaded. */
export const useDayPicker: Library[ 'useDayPicker' ] = () => library.useDayPicker();

/** Only called while days are being picked. */
export const rangeContainsModifiers: Library[ 'rangeContainsModifiers' ] = ( ...args ) =>
	library.rangeContainsModifiers( ...args );
