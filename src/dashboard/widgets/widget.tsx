import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { Figures } from '../use-dashboard';

/** What stands in a place of the dashboard: its name, and the figures to take from. */
export interface PlaceProps {
	title: string;
	figures: Partial< Figures >;
}

interface WidgetProps {
	title: string;
	/** What its figures are made of, in words. */
	formula: string | string[];
	/** Address of the whole list. */
	rows?: string;
	children: ReactNode;
}

/** The frame of a widget: a title, its figures, and how they are worked out. */
export function Widget( { title, formula, rows, children }: WidgetProps ) {
	const id = useId();
	return (
		<section className="carnet-widget" aria-labelledby={ id }>
			<h2 id={ id }>{ title }</h2>
			{ children }
			{ rows && (
				<p>
					<a href={ rows }>{ __( 'Open the list', 'carnet-crm' ) }</a>
				</p>
			) }
			<details>
				<summary>{ __( 'How this is counted', 'carnet-crm' ) }</summary>
				{ [ formula ].flat().map( ( text ) => (
					<p key={ text }>{ text }</p>
				) ) }
			</details>
		</section>
	);
}
