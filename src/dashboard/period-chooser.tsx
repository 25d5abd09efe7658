import { SelectControl, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { shiftDay } from '../entities/days';
import type { Period, PeriodName } from './periods';
import { periodLabels } from './periods';

interface PeriodChooserProps {
	name: PeriodName;
	period: Period;
	onChange: ( name: PeriodName, period?: Period ) => void;
}

/** One period for all widgets. The last day is shown as included, as people say it. */
export function PeriodChooser( { name, period, onChange }: PeriodChooserProps ) {
	return (
		<div className="carnet-period">
			<SelectControl< PeriodName >
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Period', 'carnet-crm' ) }
				value={ name }
				options={ Object.entries( periodLabels() ).map( ( [ value, label ] ) => ( {
					value: value as PeriodName,
					label,
				} ) ) }
				onChange={ ( chosen ) => onChange( chosen, chosen === 'free' ? period : undefined ) }
			/>
			{ name === 'free' && (
				<>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						type="date"
						label={ __( 'From', 'carnet-crm' ) }
						value={ period.from }
						max={ shiftDay( period.to, -1 ) }
						onChange={ ( from ) => from && onChange( 'free', { ...period, from } ) }
					/>
					<TextControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						type="date"
						label={ __( 'To', 'carnet-crm' ) }
						value={ shiftDay( period.to, -1 ) }
						min={ period.from }
						onChange={ ( to ) => to && onChange( 'free', { ...period, to: shiftDay( to, 1 ) } ) }
					/>
				</>
			) }
		</div>
	);
}
