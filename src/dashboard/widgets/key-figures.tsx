import { __, _n, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../shared/format-number';
import { MoneyFigure } from './money-figure';
import { Rate } from './rate';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** How many leads became customers: either number may be one. */
function convertedInWords( { customers, leads }: Record< 'customers' | 'leads', number > ): string {
	if ( leads === 1 ) {
		return sprintf(
			/* translators: %s: number of customers, none or one. */
			_n( '%s customer of 1 lead', '%s customers of 1 lead', customers, 'carnet-crm' ),
			formatNumber( customers )
		);
	}
	return sprintf(
		/* translators: 1: number of customers. 2: number of leads. */
		_n( '%1$s customer of %2$s leads', '%1$s customers of %2$s leads', customers, 'carnet-crm' ),
		formatNumber( customers ),
		formatNumber( leads )
	);
}

/** Revenue, the average sale, and how many leads became customers. */
export function KeyFigures( { title, figures }: PlaceProps ) {
	const { total_revenue: revenue, average_transaction_value: average, lead_conversion: conversion } = figures;
	const formulas = [ revenue, average, conversion ].flatMap( ( figure ) => ( figure ? [ figure.formula ] : [] ) );
	return (
		<Widget title={ title } formula={ formulas }>
			{ revenue && <MoneyFigure title={ __( 'Total revenue', 'carnet-crm' ) } figure={ revenue } /> }
			{ average && <MoneyFigure title={ __( 'Average transaction value', 'carnet-crm' ) } figure={ average } /> }
			{ conversion && (
				<>
					<h3>{ __( 'Lead to customer conversion', 'carnet-crm' ) }</h3>
					<Rate
						current={ [ conversion.current.customers, conversion.current.leads ] }
						previous={ [ conversion.previous.customers, conversion.previous.leads ] }
						change={ conversion.change }
						rows={ conversion.rows }
						words={ convertedInWords( conversion.current ) }
					/>
				</>
			) }
		</Widget>
	);
}
