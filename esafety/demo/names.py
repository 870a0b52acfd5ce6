"""Names for people who do not exist, as varied as a real town."""

from __future__ import annotations

FIRST_NAMES = (
    "Aaliyah Abdul Adam Ade Aisha Alba Alfie Amara Amelia Amir Ananya Anwen Arjun Arlo Arthur Asha Ava Ayaan Aylin Basil "
    "Beatrix Bilal Bo Bronwen Caleb Carys Casper Chidi Chloe Daisy Dara Dawid Dewi Dylan Ebo Edie Efua Eira Eleri Elif Elio "
    "Emeka Emre Esme Ezra Farah Felix Femi Finn Fleur Freya Gethin Gwen Hamza Hana Harri Hassan Hugo Ibrahim Idris Ife Ines "
    "Ioan Iris Isla Ivy Jago Jasmin Joel Jonah Juno Kai Kamal Kavya Kiran Kofi Kwame Laila Lena Leo Lila Lowri Luca Lucja "
    "Luna Maha Maja Malik Mari Mateo Maya Mei Mila Mina Minh Musa Nadia Nam Naomi Nell Nia Niamh Nina Noor Oluchi Omar Orla "
    "Oscar Otis Owen Padma Pia Priya Quinn Rafi Raya Reuben Rhys Rohan Rosa Rowan Rumi Ruth Sacha Safa Sami Sana Saul Seren "
    "Shreya Sienna Silas Sofia Stefan Sunny Suri Taio Talia Tariq Temi Teo Theo Thea Tobi Tomos Uma Vera Vikram Wale Wanda "
    "Wen Xanthe Yara Yasin Yusuf Zac Zahra Zain Zara Zofia Zuri"
).split()

ADULT_FIRST_NAMES = (
    "Abena Adrian Agnieszka Aled Amina Angharad Anjali Babatunde Bethan Bogdan Camille Catrin Chinwe Claire Dafydd Danuta Dilys "
    "Elena Emyr Faisal Fatima Ffion Funmi Gareth Grace Hania Helen Huw Ifeoma Imran Ines Jamal Joanna Jun Karim Kasia Kwabena "
    "Laszlo Leena Lin Lorna Mair Maria Marcus Mehmet Meera Mohan Morag Nasreen Nesta Nuala Obi Olga Parveen Patrick Petra Rachel "
    "Rashid Rebecca Rhian Rita Robert Ruta Sadia Samir Selma Shabana Sian Simon Sonia Sunil Svetlana Tamsin Tanvir Tegan Tunde "
    "Usha Valentin Wioletta Yetunde Yuki Zainab Zoltan"
).split()

FAMILY_NAMES = (
    "Abara Adeyemi Ahmad Akhtar Albescu Alder Amoako Anand Appiah Arden Ashdown Bako Balan Barley Beddow Begum Bevan "
    "Birdsall Boateng Brackenbury Brynmor Calder Cieslak Cooperwood Corvane Dalgety Danso Dewhurst Dogan Dorsett Duszek "
    "Eastleigh Ekwueme Elmsford Evergreene Fairhurst Farouk Fenwood Fernsby Galloway Ghalib Glyndwr Gorska Gwilym Haldane "
    "Hargrove Hartwell Hossain Hussein Idowu Ilesanmi Inglefield Iqbal Jankowicz Jarrold Kaminska Karimi Kestle Khalid "
    "Kingsmere Kowalczuk Kuria Lacey Langmead Larkhill Lewandow Linwood Llewelyn Mabaso Malhotra Marlowe Mensah "
    "Merryweather Mirza Mortlake Nakamori Narayan Newbold Nguyenvan Nkemelu Norcott Obafemi Oduya Okonjo Oakshott Osei "
    "Pahwa Parrish Pemberly Penhale Quayle Qureshi Radley Ranjan Ravenhill Rhydderch Rostron Rowntree Sadiq Sandford "
    "Selassie Shafiq Silverdale Sokolow Stanmore Suleiman Tamakloe Tapley Thorncroft Tolland Tranby Tudorwen Ugwu Underhill "
    "Usman Vadgama Varley Wainfleet Waqar Westerby Wojtas Wraysbury Yeboah Yilmaz Yorath Zafar Zielona Zubair"
).split()

LONG_NAME = "Oluwadamilola-Wilhelmina Featherstonehaugh"
