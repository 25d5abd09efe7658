import { __ } from '@wordpress/i18n';
import type { ComponentType } from 'react';
import { ContactsOverview } from './widgets/contacts-overview';
import { KeyFigures } from './widgets/key-figures';
import { Pipeline } from './widgets/pipeline';
import { RecentActions } from './widgets/recent-actions';
import { RecentTransactions } from './widgets/recent-transactions';
import { UpcomingTasks } from './widgets/upcoming-tasks';
import type { PlaceProps } from './widgets/widget';
import { WinRate } from './widgets/win-rate';

/** What stands in each place of the layout. */
export const PLACES: Record< string, ComponentType< PlaceProps > > = {
	contacts_overview: ContactsOverview,
	key_figures: KeyFigures,
	recent_transactions: RecentTransactions,
	upcoming_tasks: UpcomingTasks,
	pipeline: Pipeline,
	recent_actions: RecentActions,
	win_rate: WinRate,
};

/** What they are called. */
export function placeLabels(): Record< string, string > {
	return {
		contacts_overview: __( 'Contacts overview', 'carnet-crm' ),
		key_figures: __( 'Key figures', 'carnet-crm' ),
		recent_transactions: __( 'Recent transactions', 'carnet-crm' ),
		upcoming_tasks: __( 'Upcoming tasks', 'carnet-crm' ),
		pipeline: __( 'Pipeline', 'carnet-crm' ),
		recent_actions: __( 'Recent actions', 'carnet-crm' ),
		win_rate: __( 'Win rate', 'carnet-crm' ),
	};
}
