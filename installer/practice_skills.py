"""What the practice records claim: alignments by code and by link, with ids of O*NET 30.1 and ESCO 1.1.1."""

from typing import Any

Json = dict[str, Any]

ONET_RELEASE = "https://www.onetcenter.org/database.html"
ONET_ELEMENT = "https://www.onetonline.org/find/descriptor/result/"
ESCO_SKILL = "http://data.europa.eu/esco/skill/"
GUILD_SKILLS = "https://practice.pathfolio.invalid/retail-guild/skills/"


def activity(code: str, name: str) -> Json:
    """An O*NET detailed work activity, by its code: O*NET gives it no page of its own."""
    return _alignment(name, ONET_RELEASE, code, "O*NET Detailed Work Activities")


def element(code: str, name: str) -> Json:
    """An O*NET element by its page on O*NET OnLine."""
    return _alignment(name, ONET_ELEMENT + code)


def element_code(code: str, name: str) -> Json:
    """An O*NET element by its code."""
    return _alignment(name, ONET_RELEASE, code, "O*NET")


def esco(identifier: str, name: str) -> Json:
    """An ESCO skill by its URI."""
    return _alignment(name, ESCO_SKILL + identifier, None, "ESCO")


def guild_skill(slug: str, name: str) -> Json:
    """A skill of the made-up guild's own list, which no published framework knows."""
    return _alignment(name, GUILD_SKILLS + slug, slug, "Practice Retail Guild Floor Skills")


def _alignment(name: str, url: str, code: str | None = None, framework: str | None = None) -> Json:
    optional = {"targetCode": code, "targetFramework": framework}
    return {
        "type": ["Alignment"],
        "targetName": name,
        "targetUrl": url,
        **{key: value for key, value in optional.items() if value},
    }


# Maya Torres: shop and clinic
GREET = activity("4.A.4.a.5.I10.D02", "Greet customers, patrons, or visitors")
SERVE = activity("4.A.4.a.3.I03.D05", "Provide customer service to clients or users")
ANSWER_QUESTIONS = activity("4.A.4.a.8.I03.D03", "Answer customer questions about goods or services")
STOCK = activity("4.A.4.c.3.I07.D04", "Monitor inventories of products or materials")
SCHEDULES = activity("4.A.4.b.4.I13.D06", "Assign duties or work schedules to employees")
TRAIN = activity("4.A.4.b.3.I04.D05", "Train sales personnel")
SALES_RECORDS = activity("4.A.3.b.6.I10.D02", "Maintain records of sales or other business transactions")
CLEAN = activity("4.A.3.a.1.I03.D05", "Clean work areas")
FIRST_AID = activity("4.A.4.a.5.I07.D02", "Administer first aid")
APPOINTMENTS = activity("4.A.2.b.5.I03.D02", "Schedule patient procedures or appointments")
CLERICAL = activity("4.A.4.c.1.I01.D06", "Perform clerical work in medical settings")
CHECK_IN = activity("4.A.1.a.1.I23.D01", "Interview employees, customers, or others to collect information")
MEDICAL_RECORDS = activity("4.A.3.b.6.I11.D05", "Maintain medical records")

LISTEN = element("2.A.1.b", "Active Listening")
SERVICE = element("2.C.1.e", "Customer and Personal Service")
ADMINISTRATIVE = element("2.C.1.b", "Administrative")
COMPUTERS = element("2.C.3.a", "Computers and Electronics")
SERVICE_ORIENTATION = element_code("2.B.1.f", "Service Orientation")
COORDINATE = element_code("2.B.1.b", "Coordination")

PRIVACY = esco("51ece34f-c24e-4183-9bf4-9b6f28748aec", "Maintain healthcare user data confidentiality")
PATIENTS = esco("c65aa043-98da-4136-9877-494e72d9e4cf", "Interact with healthcare users")
PATIENT_QUESTIONS = esco("38cd93b5-af8a-4528-a0f0-f8439ccb4b09", "Answer patients' questions")
BOOKING = esco("220b7796-c5d8-4b8e-a0d8-fd1934f0f0dd", "Ensure proper appointment administration")
MEDICAL_TERMS = esco("2806260f-6399-4add-8f11-070141423f9d", "Medical terminology")
MEDICAL_OFFICE = esco("49ef9f4c-3577-4780-ba2f-d068d1cde7bb", "Administrative tasks in a medical environment")
ANATOMY = esco("9ec4252d-cbe8-4134-88fa-549dee1883f3", "Human anatomy")
GIVE_FIRST_AID = esco("1d21f6ad-340f-45da-a0a3-4e83867f47a6", "Provide first aid")
CASH_REGISTER = esco("0cb013af-6dd9-4fb2-b34e-63dda1a5cf82", "Operate cash register")
STOCK_LEVEL = esco("44f6a65f-6be7-4818-9a66-73908797283f", "Monitor stock level")
ORDER_SUPPLIES = esco("210827e3-3129-45a2-8683-70399f3f561f", "Order supplies")
OFFICE = esco("f683ae1d-cb7c-4aa1-b9fe-205e1bd23535", "Use Microsoft Office")
SPREADSHEETS = esco("1973c966-f236-40c9-b2d4-5d71a89019be", "Use spreadsheets software")

RESET = guild_skill("planogram-reset", "Planogram reset")
ENDCAP = guild_skill("endcap-build", "Endcap build")
HUDDLE = guild_skill("opening-huddle", "Opening huddle")

# Renee Brooks: radios, networks and computers
READ_TECHNICAL = activity("4.A.1.a.1.I02.D05", "Read technical information needed to perform maintenance or repairs")
MONITOR_NETWORKS = activity("4.A.1.a.2.I10.D02", "Monitor the performance of computer networks")
OPERATE_RADIOS = activity("4.A.3.a.3.I10.D01", "Operate communications equipment or systems")
ELECTRONICS = activity("4.A.3.b.4.I04.D04", "Maintain electronic equipment")
EQUIPMENT = activity("4.A.4.c.3.I01.D06", "Maintain the inventory of equipment")
NETWORKS = activity("4.A.3.b.1.I03.D04", "Configure computer networks")
INSTRUCT = activity("4.A.4.b.3.I05.D01", "Instruct workers to use equipment or perform technical procedures")
SUPPORT = activity("4.A.4.b.6.I04.D02", "Provide technical support for software maintenance or use")
FIX_SOFTWARE = activity("4.A.3.b.1.I04.D03", "Resolve computer software problems")
WORK_WITH_IT = activity("4.A.4.a.2.I04.D03", "Collaborate with others to resolve information technology issues")
INSTALL_HARDWARE = activity("4.A.3.b.1.I03.D02", "Install computer hardware")
MAINTAIN_HARDWARE = activity("4.A.3.b.4.I04.D01", "Maintain computer hardware")
TEST_HARDWARE = activity("4.A.1.b.2.I08.D01", "Test computer hardware performance")
TEACH_COMPUTERS = activity("4.A.4.b.3.I05.D03", "Teach others to use computer equipment or hardware")
TELECOMMUNICATIONS = element("2.C.9.a", "Telecommunications")
TWO_WAY_RADIO = esco("30d926ba-1615-417c-a799-e24a3ea239b9", "Operate two-way radio systems")
LEAD_A_TEAM = esco("1f1d2ff8-c4c1-45cc-9812-6a7ee84a73cb", "Lead a team")
ICT_SUPPORT = esco("c2296e2e-5fef-4f24-a24f-e5b3792268be", "Provide ICT support")

# Daniel Novak: the books
RECONCILE = activity("4.A.2.a.2.I04.D01", "Reconcile records of sales or other financial transactions")
VERIFY = activity("4.A.2.a.2.I01.D09", "Verify accuracy of financial or transactional data")
ACCOUNT_RECORDS = activity("4.A.3.b.6.I10.D03", "Maintain financial or account records")
FILE = activity("4.A.4.c.1.I01.D02", "File documents or records")
CALCULATE = activity("4.A.1.b.3.I03.D01", "Calculate financial data")
OPERATE_COMPUTERS = activity("4.A.3.b.1.I05.D01", "Operate computers or computerized equipment")
COLLECT = activity("4.A.4.c.3.I04.D01", "Collect deposits, payments or fees")
PREPARE_CASH = activity("4.A.2.a.2.I04.D03", "Prepare cash for deposit or disbursement")
ECONOMICS = element("2.C.1.c", "Economics and Accounting")
MATHEMATICS = element_code("2.A.1.e", "Mathematics")
MATHEMATICS_KNOWN = element("2.C.4.a", "Mathematics")
ENTRIES = esco("99b163e8-7815-43e2-83f3-a47f3076354c", "Accounting entries")
INVOICES = esco("e3e42d54-78bd-4337-aa87-bb31a7670c9a", "Issue sales invoices")
RECEIVABLES = esco("68b51538-b056-4cb3-bb15-ab8c3e576cc9", "Follow up accounts receivables")
ACCOUNTING_SYSTEMS = esco("a0d79341-8398-4019-ad1b-27888ec35aaa", "Use accounting systems")
BUDGETS = esco("21c5790c-0930-4d74-b3b0-84caf5af12ea", "Manage budgets")
