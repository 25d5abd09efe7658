import { Button, Notice, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can } from '../entities/boot';
import { today } from '../entities/days';
import { newLink } from '../records/screen-address';
import { PeriodChooser } from './period-chooser';
import type { Period, PeriodName } from './periods';
import { daysOfPeriod } from './periods';
import { useDashboard } from './use-dashboard';
import { ContactsOverview } from './widgets/contacts-overview';
import { LeadConversion } from './widgets/lead-conversion';

/** What to do first, instead of figures that are all zero. */
function FirstSteps() {
	return (
		<div className="carnet-empty carnet-widget">
			<h2>{ __( 'Welcome to Carnet CRM', 'carnet-crm' ) }</h2>
			<p>{ __( 'Add the people and companies you work with: the figures follow.', 'carnet-crm' ) }</p>
			{ can( 'carnet_edit' ) && (
				<div className="carnet-buttons">
					<Button __next40pxDefaultSize variant="primary" href={ newLink( 'contact' ) }>
						{ __( 'Add contact', 'carnet-crm' ) }
					</Button>
					<Button __next40pxDefaultSize variant="secondary" href={ newLink( 'account' ) }>
						{ __( 'Add account', 'carnet-crm' ) }
					</Button>
				</div>
			) }
		</div>
	);
}

/** The figures of a period; every number opens the list it counts. */
export default function Dashboard() {
	const [ name, setName ] = useState< PeriodName >( 'last-30' );
	const [ period, setPeriod ] = useState< Period | undefined >();
	const { answer, error } = useDashboard( period );
	const overview = answer?.widgets.contacts_overview;
	const conversion = answer?.widgets.lead_conversion;
	const isEmpty = overview?.total === 0 && overview.growth.every( ( { created } ) => created === 0 );
	return (
		<>
			<ScreenTitle title={ __( 'Dashboard', 'carnet-crm' ) } />
			{ error && (
				<Notice status="error" isDismissible={ false }>
					{ error.message }
				</Notice>
			) }
			{ ! answer && ! error && <Spinner /> }
			{ answer && (
				<>
					<PeriodChooser
						name={ name }
						period={ period ?? answer }
						onChange={ ( chosen, days ) => {
							setName( chosen );
							setPeriod( chosen === 'free' ? days : daysOfPeriod( chosen, today() ) );
						} }
					/>
					{ answer.scope === 'own' && <p>{ __( 'These figures count your own records.', 'carnet-crm' ) }</p> }
					{ isEmpty && <FirstSteps /> }
					<div className="carnet-dashboard" aria-live="polite">
						{ overview && ! isEmpty && <ContactsOverview overview={ overview } /> }
						{ conversion && ! isEmpty && <LeadConversion conversion={ conversion } /> }
					</div>
				</>
			) }
		</>
	);
}
