import { __ } from '@wordpress/i18n';
import { fieldConfig } from '../../entities/boot';
import { listLink } from '../../records/screen-address';
import { formatNumber } from '../../shared/format-number';
import { GrowthChart } from './growth-chart';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** The types in the plural, as a figure needs them; one that is not named here keeps its label. */
function plurals(): Record< string, string > {
	return {
		lead: __( 'Leads', 'carnet-crm' ),
		prospect: __( 'Prospects', 'carnet-crm' ),
		customer: __( 'Customers', 'carnet-crm' ),
	};
}

/** How many contacts there are, of which type, and how their number grew. */
export function ContactsOverview( { title, figures }: PlaceProps ) {
	const overview = figures.contacts_overview;
	const labels = fieldConfig( 'contact', 'type' )?.elements ?? [];
	return overview ? (
		<Widget title={ title } formula={ overview.formula }>
			<ul className="carnet-figures">
				<li>
					<a href={ overview.rows }>
						<strong>{ formatNumber( overview.total ) }</strong>
						{ __( 'All contacts', 'carnet-crm' ) }
					</a>
				</li>
				{ labels.map( ( { value, label } ) => (
					<li key={ value }>
						<a href={ listLink( 'contact', { params: { type: value } } ) }>
							<strong>{ formatNumber( overview.by_type[ value ] ?? 0 ) }</strong>
							{ plurals()[ value ] ?? label }
						</a>
					</li>
				) ) }
			</ul>
			<h3>{ __( 'Growth', 'carnet-crm' ) }</h3>
			<GrowthChart growth={ overview.growth } />
		</Widget>
	) : null;
}
