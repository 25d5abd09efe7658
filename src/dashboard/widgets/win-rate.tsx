import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../shared/format-number';
import { Rate } from './rate';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** How many of the deals that were closed in the period were won. */
export function WinRate( { title, figures }: PlaceProps ) {
	const rate = figures.win_rate;
	if ( ! rate ) {
		return null;
	}
	const parts = ( { won, lost }: typeof rate.current ): [ number, number ] => [ won, won + lost ];
	return (
		<Widget title={ title } formula={ rate.formula }>
			<Rate
				current={ parts( rate.current ) }
				previous={ parts( rate.previous ) }
				change={ rate.change }
				rows={ rate.rows }
				words={ sprintf(
					/* translators: 1: number of deals won. 2: number of deals lost. */
					__( 'Won: %1$s, lost: %2$s', 'carnet-crm' ),
					formatNumber( rate.current.won ),
					formatNumber( rate.current.lost )
				) }
			/>
		</Widget>
	);
}
