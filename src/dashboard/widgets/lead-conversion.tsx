import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../shared/format-number';
import { percentOf } from '../percent-of';
import type { Conversion } from '../use-dashboard';
import { Widget } from './widget';

/** How many of the leads of the period became customers; both numbers are shown. */
export function LeadConversion( { conversion }: { conversion: Conversion } ) {
	const { current, previous, change, rows, formula } = conversion;
	const inWords = ( percent: string | null ) =>
		percent === null
			? __( 'n/a', 'carnet-crm' )
			: /* translators: %s: number. Per cent. */
				sprintf( __( '%s%%', 'carnet-crm' ), formatNumber( Number( percent ) ) );
	const rate = ( { customers, leads }: Conversion[ 'current' ] ) => inWords( percentOf( customers, leads ) );
	return (
		<Widget title={ __( 'Lead to customer conversion', 'carnet-crm' ) } formula={ formula }>
			<ul className="carnet-figures">
				<li>
					<a href={ rows }>
						<strong>{ rate( current ) }</strong>
						{ sprintf(
							/* translators: 1: number of customers. 2: number of leads. */
							__( '%1$s customers of %2$s leads', 'carnet-crm' ),
							formatNumber( current.customers ),
							formatNumber( current.leads )
						) }
					</a>
				</li>
			</ul>
			<p>
				{ sprintf(
					/* translators: 1: rate in per cent. 2: change in per cent, or n/a. */
					__( 'In the period before: %1$s. Change: %2$s.', 'carnet-crm' ),
					rate( previous ),
					inWords( change )
				) }
			</p>
		</Widget>
	);
}
